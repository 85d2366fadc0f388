"""What leaves a kiosk says nothing of the machine: other clocks, hosts, users, folders, languages give the same bytes."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from skills import BANK, PROGRAM, main

# As root the second run is another user's; a host name of its own needs a namespace, another clock the package faketime.
AS_OTHER_USER = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
ON_OTHER_HOST = ["unshare", "--uts", "sh", "-c", 'hostname other-host && exec "$@"', "sh"]
AT_OTHER_TIME = ["faketime", "1999-03-04 05:06:07"]


def works(prefix):
    return shutil.which(prefix[0]) and subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0


def batches(program, bank, data, prefix=(), **environment):
    subprocess.run([*prefix, program, "simulate", "--bank", bank, "--respondents", "60", "--seed", "7", "--data", data],
                   env={"PATH": os.environ["PATH"], "ASAN_OPTIONS": "detect_leaks=0", **environment}, check=True,
                   cwd=pathlib.Path(data).parent, stdout=subprocess.DEVNULL, timeout=300)
    found = {}
    for path in sorted(pathlib.Path(data, "batches").iterdir()):
        about = path.stat()
        found[path.name] = (path.read_bytes(), about.st_mtime_ns, about.st_mode & 0o7777)
    return found


class SameBytes(unittest.TestCase):
    def test_name_bytes_time_and_mode_of_every_batch_are_the_same_anywhere(self):
        with tempfile.TemporaryDirectory() as folder:
            here, there = pathlib.Path(folder, "here"), pathlib.Path(folder, "there", "a folder", "of another name")
            there.mkdir(parents=True)
            for path in (pathlib.Path(folder), there, there.parent, there.parent.parent):
                path.chmod(0o777)
            # Another user may not be able to look into the folder of this checkout.
            program, bank = shutil.copy(PROGRAM, folder), shutil.copy(BANK, folder)
            prefix = [part for one in (ON_OTHER_HOST, AT_OTHER_TIME, AS_OTHER_USER) if one and works(one) for part in one]
            first = batches(program, bank, here, TZ="UTC", LANG="C", HOME="/", USER="first")
            second = batches(program, bank, there / "data", prefix, TZ="Asia/Tokyo", LANG="cy_GB.UTF-8", HOME=str(there),
                             USER="second", HOSTNAME="other-host")
            self.assertEqual(len(first), 5)  # 60 people: five batches of ten, five held back, five fewer than a batch
            self.assertEqual(first, second)


if __name__ == "__main__":
    main()
