"""What kiosk code must not use, because somebody could not work it (A9, A27): kiosk_sources_test.py ROOT."""

import pathlib
import re
import sys

# No dragging, no sliders, no typing, no hover text, no pop-ups: presses and keys do everything.
BANNED = re.compile(r"\b(ImGui::)?(V?Slider(Float|Int|Scalar|Angle)\w*|Drag(Float|Int|Scalar)\w*|InputText\w*|InputInt\w*|InputFloat\w*|"
                    r"(Begin|Set)Tooltip\w*|IsMouseDragging|GetMouseDragDelta|BeginDragDrop\w*|BeginPopup\w*|OpenPopup\w*|"
                    r"IsMouseDoubleClicked|ColorEdit\w*|GLFW_REPEAT|GLFW_MOUSE_BUTTON_RIGHT|GLFW_MOD_(CONTROL|ALT|SUPER))\b")


def main():
    root = pathlib.Path(sys.argv[1])
    files = [file for folder in ("core", "ui", "platform", "kiosk") for file in sorted((root / "app" / folder).glob("*.[ch]pp"))]
    assert len(files) > 100, files
    found = [f"{file.relative_to(root)}:{number}: {line.strip()}" for file in files
             for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if BANNED.search(line)]
    assert not found, "\n".join(found)
    for word in ("ImGui::SliderFloat(", "ImGui::DragInt2(", "ImGui::SetTooltip(", "VSliderInt(", "GLFW_REPEAT)"):
        assert BANNED.search(word), word
    window = (root / "app" / "platform" / "window.cpp").read_text(encoding="utf-8")
    assert "if (action != GLFW_PRESS) return;" in window, "a key that is held down must count once"


if __name__ == "__main__":
    main()
