"""The words of reports, in both languages."""

from __future__ import annotations

from qmslint.api import Level, Text

LEVELS = {
    Level.ERROR: Text("lỗi", "error"),
    Level.WARNING: Text("cảnh báo", "warning"),
    Level.INFO: Text("lưu ý", "info"),
}

WORDS = {
    "whole-set": Text("Cả bộ tài liệu", "The whole set"),
    "where": Text("Chỗ", "Where"),
    "evidence": Text("Nguyên văn", "Words"),
    "see": Text("Xem thêm", "See"),
    "basis": Text("Căn cứ", "Basis"),
    "mend": Text("Cách sửa", "Mend"),
    "high": Text("chắc chắn", "sure"),
    "medium": Text("cần xem lại", "to be looked at"),
    "low": Text("chưa chắc", "not sure"),
    "summary": Text("Tổng kết", "Summary"),
    "found": Text("Phát hiện", "Findings"),
    "checked": Text("Đã kiểm tra", "Checked"),
    "unreadable": Text("Không đọc được", "Unreadable"),
    "ignored": Text("Bỏ qua", "Ignored"),
    "waived": Text("Được miễn trừ", "Waived"),
    "rules": Text("Số quy tắc đã chạy", "Rules run"),
    "not-judged": Text("Chưa xét được", "Not judged"),
    "as-of": Text("Tính đến ngày", "As of"),
    "settings": Text("Tệp cấu hình", "Settings"),
    "none": Text("không có", "none"),
}

IGNORED = {
    "lock-file": Text("tệp khóa của Word", "lock files"),
    "temporary": Text("tệp tạm", "temporary files"),
    "hidden": Text("tệp ẩn", "hidden files"),
    "hidden-folder": Text("thư mục ẩn", "hidden folders"),
    "excluded": Text("loại trừ theo cấu hình", "excluded by the settings"),
    "gitignored": Text("loại trừ theo .gitignore", "excluded by .gitignore"),
    "pdf": Text("tệp PDF (cài qmslint[pdf] để đọc)", "PDF files (install qmslint[pdf] to read them)"),
    "unknown-suffix": Text("không phải tài liệu", "no documents by their suffix"),
    "not-regular": Text("không phải tệp thường", "no regular files"),
    "link": Text("liên kết thư mục", "links to folders"),
    "settings": Text("tệp cấu hình", "settings file"),
    "unreadable": Text("không mở được", "not to be opened"),
    "unreadable-folder": Text("thư mục không mở được", "folders not to be opened"),
    "no-record": Text("tệp YAML/JSON không phải bản ghi", "YAML/JSON files that are no records"),
    "old-copy": Text("bản cũ trong thư mục bản cũ", "replaced copies in folders of old copies"),
    "too-deep": Text("thư mục lồng quá sâu", "folders nested too deep"),
}
