// Folders as the trainer's dashboard sees them: to pick from, to watch, and to save in.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/core/trainer_action.hpp"
#include "app/platform/files.hpp"

namespace app::platform {

// The folders inside, without hidden ones, and how many result files are directly in it. A relative path is
// taken from the present folder.
FolderListing list_folder(const std::string& path);

// Where picking begins: the user's own folder, else the present one.
std::string home_folder();

// Where figures are saved: Documents in the user's own folder, where there is one, else that folder.
std::string documents_folder();

// A file of that name in the folder, as a path.
std::string path_in(const std::string& folder, const std::string& name);

// The result files of places, each with what changes when it is written again. Equal while nothing changed.
using FolderStamp = std::map<std::string, FileStamp>;
FolderStamp stamp_results(const std::vector<std::string>& places);

}  // namespace app::platform
