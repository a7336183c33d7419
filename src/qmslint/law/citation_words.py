"""Words of the citation grammar: types of legal documents, issuers, what one document does to another, names of laws.

Types as in Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15 Điều 4 and Nghị định 30/2020/NĐ-CP Điều 7; how they
are cited, Nghị định 30/2020/NĐ-CP Phụ lục I: laws and ordinances by name, all others by number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

TYPE_WORDS = {
    "hiến pháp": "hien-phap", "bộ luật": "bo-luat", "luật": "luat", "pháp lệnh": "phap-lenh", "sắc lệnh": "sac-lenh",
    "lệnh": "lenh", "nghị quyết liên tịch": "nghi-quyet-lien-tich", "nghị quyết": "nghi-quyet",
    "nghị định": "nghi-dinh", "quyết định": "quyet-dinh", "chỉ thị": "chi-thi",
    "thông tư liên tịch": "thong-tu-lien-tich", "thông tư liên bộ": "thong-tu-lien-tich", "thông tư": "thong-tu",
    "văn bản hợp nhất": "van-ban-hop-nhat", "kế hoạch": "ke-hoach", "công văn": "cong-van", "thông báo": "thong-bao",
    "hướng dẫn": "huong-dan", "công điện": "cong-dien", "chương trình": "chuong-trinh", "tờ trình": "to-trinh",
    "báo cáo": "bao-cao", "kết luận": "ket-luan", "quy chế": "quy-che", "quy định": "quy-dinh", "đề án": "de-an",
}  # fmt: skip
"""What stands before a number → type. Compared in lower case."""

SHORT_TYPES = {
    "NĐ": "nghi-dinh", "TT": "thong-tu", "TTLT": "thong-tu-lien-tich", "QĐ": "quyet-dinh", "NQ": "nghi-quyet",
    "CT": "chi-thi", "PL": "phap-lenh",
}  # fmt: skip
"""Abbreviations of types before a number: "NĐ 61/2018"."""

OWN_SIGNS = {
    "NĐ": "nghi-dinh", "TT": "thong-tu", "TTLT": "thong-tu-lien-tich", "QĐ": "quyet-dinh", "CT": "chi-thi",
    "VBHN": "van-ban-hop-nhat",
}  # fmt: skip
"""Signs that only one type of document bears: where the word before the number says otherwise, one of them is wrong."""

NAMED_TYPES = ("hien-phap", "bo-luat", "luat", "phap-lenh")
"""Types that are cited by name."""

TITLE_WORDS = (
    r"quy[ \n]{1,2}[đd][ịi]nh|sửa[ \n]{1,2}đổi|bổ[ \n]{1,2}sung|hướng[ \n]{1,2}dẫn|ban[ \n]{1,2}hành"
    r"|bãi[ \n]{1,2}bỏ|thay[ \n]{1,2}thế|công[ \n]{1,2}bố|phê[ \n]{1,2}duyệt|đính[ \n]{1,2}chính|hợp[ \n]{1,2}nhất"
    r"|chi[ \n]{1,2}tiết|về|v/v|giao|đơn[ \n]{1,2}giản|kiểm[ \n]{1,2}soát|triển[ \n]{1,2}khai|áp[ \n]{1,2}dụng"
)
"""How a title begins after number, date and issuer."""

RELATIONS = (
    ("amends", ("sửa đổi", "bổ sung")),
    ("replaces", ("thay thế",)),
    ("repeals", ("bãi bỏ", "hủy bỏ", "huỷ bỏ")),
    ("corrects", ("đính chính",)),
    ("consolidates", ("hợp nhất",)),
    ("details", ("chi tiết", "hướng dẫn", "thi hành")),
    ("promulgates", ("ban hành", "phê duyệt", "công bố")),
)
"""What a title says the document does to the one it names; the first word in the title decides."""

ISSUER = (
    r"Chính phủ|Thủ tướng|Quốc hội|Ủy ban|Uỷ ban|UBND|UBTVQH|HĐND|HĐBT|Hội đồng|Chủ tịch|Bộ trưởng|Bộ|Liên bộ|Thanh tra"
    r"|Tổng|Ngân hàng|Thống đốc|Viện|Viện trưởng|Tòa án|Toà án|Chánh án|Văn phòng|Ban|Chủ nhiệm|Sở|Cục"
    r"|Giám đốc|Kiểm toán"
)
"""How the name of an issuer begins."""

LAWS = (
    "An ninh mạng", "An ninh quốc gia", "An toàn thông tin mạng", "An toàn thực phẩm", "An toàn, vệ sinh lao động",
    "Ban hành văn bản quy phạm pháp luật", "Bảo hiểm xã hội", "Bảo hiểm y tế", "Bảo vệ dữ liệu cá nhân",
    "Bảo vệ môi trường", "Bảo vệ quyền lợi người tiêu dùng", "Bình đẳng giới", "Bưu chính", "Cán bộ, công chức",
    "Căn cước công dân", "Căn cước", "Chăn nuôi", "Chất lượng sản phẩm, hàng hóa", "Chuyển đổi số", "Chứng khoán",
    "Công an nhân dân", "Công chứng", "Công nghệ thông tin", "Cư trú", "Dân quân tự vệ", "Di sản văn hóa",
    "Doanh nghiệp",
    "Du lịch", "Dược", "Đất đai", "Đầu tư công", "Đầu tư", "Đấu giá tài sản", "Đấu thầu", "Đê điều",
    "Điện lực", "Đo lường",
    "Đường bộ", "Giá", "Giám định tư pháp", "Giao dịch điện tử", "Giao thông đường bộ", "Giáo dục đại học",
    "Giáo dục nghề nghiệp", "Giáo dục", "Hòa giải ở cơ sở", "Hôn nhân và gia đình", "Hộ tịch", "Hợp tác xã", "Kế toán",
    "Khám bệnh, chữa bệnh", "Khiếu nại", "Khoa học và công nghệ", "Khoáng sản", "Kiểm toán nhà nước",
    "Kinh doanh bất động sản", "Kiến trúc", "Lâm nghiệp", "Luật sư", "Lưu trữ", "Lý lịch tư pháp", "Ngân sách nhà nước",
    "Nghĩa vụ quân sự", "Người cao tuổi", "Người khuyết tật", "Nhà ở", "Nhà giáo", "Nuôi con nuôi", "Phí và lệ phí",
    "Phòng cháy và chữa cháy", "Phòng, chống bạo lực gia đình", "Phòng, chống ma túy", "Phòng, chống tham nhũng",
    "Phòng, chống thiên tai", "Phổ biến, giáo dục pháp luật", "Quản lý ngoại thương", "Quản lý thuế",
    "Quản lý, sử dụng tài sản công", "Quảng cáo", "Quốc phòng", "Quốc tịch Việt Nam", "Quốc tịch", "Quy hoạch đô thị",
    "Quy hoạch", "Sở hữu trí tuệ", "Tài nguyên nước", "Thanh niên", "Thanh tra", "Thể dục, thể thao",
    "Thi đua, khen thưởng", "Thi hành án dân sự", "Thi hành án hình sự", "Thống kê", "Thú y", "Thủy lợi", "Thủy sản",
    "Thư viện", "Thực hiện dân chủ ở cơ sở", "Thương mại", "Tiếp cận thông tin", "Tiếp công dân",
    "Tiêu chuẩn và quy chuẩn kỹ thuật", "Tín ngưỡng, tôn giáo", "Tố cáo", "Tố tụng hành chính",
    "Tổ chức chính quyền địa phương", "Tổ chức Chính phủ", "Trách nhiệm bồi thường của Nhà nước", "Trẻ em",
    "Trồng trọt",
    "Trợ giúp pháp lý", "Viên chức", "Viễn thông", "Việc làm", "Xây dựng", "Xử lý vi phạm hành chính", "Xuất bản",
)  # fmt: skip
"""Laws known by name, for places that cite them without year and number."""

CODES = ("Dân sự", "Hình sự", "Lao động", "Tố tụng dân sự", "Tố tụng hình sự", "Hàng hải Việt Nam", "Hàng hải")
"""The same for codes (bộ luật)."""

_TONES = {
    first + second: f"(?:{first}{second}|{plain}{toned})"
    for plain, firsts, second, toneds in (
        ("o", "òóỏõọ", "a", "àáảãạ"), ("o", "òóỏõọ", "e", "èéẻẽẹ"), ("u", "ùúủũụ", "y", "ỳýỷỹỵ"),
    )
    for first, toned in zip(firsts, toneds, strict=True)
}
"""Two letters with the tone on the first of them → either way of writing it."""


def any_of(names: Iterable[str]) -> str:
    """A pattern of these names, the longest first: spaces may be line breaks, tones stand on either vowel."""
    found = "|".join(sorted(map(re.escape, names), key=len, reverse=True)).replace(r"\ ", r"[ \n]{1,2}")
    return re.sub("|".join(_TONES), lambda match: _TONES[match[0]], found)
