"""The words by which rules of this pack recognise what a statement says; all folded (lower case, one spelling)."""

from __future__ import annotations

import re

# What carries a figure but measures nothing: numbers of laws and standards, years, articles, running numbers.
NO_MEASURE = re.compile(
    r"\d+/(?:\d{4}/)?[a-zđ][\w-]*"  # 61/2018/nđ-cp, 06/kh-ubnd
    r"|\b(?:tcvn|iso|iec|en)(?:[ /-]+(?:iso|iec|en|qms))*[ /-]*\d[\d:/.-]*"
    r"|\b(?:năm|nhiệm kỳ|giai đoạn|years?)\s*\d{4}(?:\s*[-/]\s*\d{4})?"
    r"|\b(?:điều|khoản|mục|chương|phụ lục|đề án|nghị quyết|nghị định|quyết định|thông tư|kế hoạch|chỉ thị)"
    r"(?: số)?\s*\d+[\w./-]*"
    r"|\b(?:chính quyền(?: địa phương)?|mô hình)\s*0?[23] cấp|\b0?[23] cấp\b"
    r"|^\s*(?:mục tiêu\s*)?(?:số\s*)?\d{1,2}(?:\.\d{1,2})*\s*[.):/-](?=\s|\D)"
    r"|(?<![\d/.])(?:19|20)\d\d(?![\d/%])"
)
# Measures said in words: a count, nothing at all, every single one, or a grade that somebody outside awards.
WORD_MEASURE = re.compile(
    r"\b(?:không có|không để|không còn|không phát sinh|không xảy ra|không để xảy ra|chấm dứt|không) "
    r"(?:\S+ ){0,4}(?:quá hạn|trễ hạn|chậm hạn|đơn thư|khiếu nại|tố cáo|sai sót|vi phạm|tồn đọng|phản ánh|thất lạc|"
    r"mất mát|tiêu cực)"
    r"|\b(?:toàn bộ|tất cả|mọi|toàn thể)\b"
    r"|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:lần|lượt|lớp|đợt|cuộc|sáng kiến|thủ tục|hồ sơ|ngày|giờ|tháng|"
    r"phần trăm|sản phẩm|mô hình|dịch vụ|kỳ|đơn thư|khiếu nại)"
    r"|\b(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm) một\b"
    r"|\bquý [ivx]+\b"
    r"|\b(?:xếp loại|xếp hạng|danh hiệu|loại tốt|loại khá|mức tốt|mức khá|đạt chuẩn|được công nhận|tốp đầu|top)\b"
    r"|\b(?:at least one|no (?:\w+ ){0,3}(?:complaints?|delays?|late)|zero|all|every)\b"
)
VAGUE = re.compile(
    r"nâng cao|tăng cường|cải thiện|đẩy mạnh|không ngừng|từng bước|tiếp tục|phát huy|chú trọng|quan tâm|phấn đấu|"
    r"duy trì|hoàn thiện|bảo đảm|đảm bảo|kịp thời|improve|enhance|strengthen|increase"
)


def plain(text: str) -> str:
    """A folded text without signs and figures, to compare wording alone."""
    return " ".join(re.sub(r"[\W\d_]+", " ", text).split())


def likeness(first: str, second: str) -> float:
    """How alike two folded texts are: shared words to all words, 0 to 1."""
    mine, other = set(plain(first).split()), set(plain(second).split())
    return len(mine & other) / len(mine | other) if mine and other else 0.0


# Clauses of an audit finding: "7.5.3", "khoản 9.2", or the article of a law taken as criterion.
CLAUSE = re.compile(r"(?<![\d./])(?:[4-9]|10)\.\d{1,2}(?:\.\d)*(?![\d/])|\bđiều \d+|\bkhoản \d+|\bmục \d+|\bclause \d+")
# Where a corrective action may come from besides an internal audit.
OTHER_SOURCE = re.compile(
    r"khiếu nại|phản ánh|kiến nghị|tố cáo|góp ý|khảo sát|khách hàng|công dân|người dân|xem xét của lãnh đạo|thanh tra|"
    r"kiểm tra|giám sát|trễ hạn|quá hạn|chậm hạn|\bchậm \d|sự cố|bộ phận một cửa|complaint|inspection|survey"
)
ACCEPTED_RISK = re.compile(r"chấp nhận|không cần (?:thêm )?(?:biện pháp|hành động)|accept")
LEADERS = re.compile(r"^(?:ban |thường trực )?(?:lãnh đạo|thường trực|leaders)")
EVERY_UNIT = re.compile(r"toàn bộ|tất cả|toàn cơ quan|các (?:phòng|đơn vị|bộ phận)|all units|every unit|whole agency")
DEPUTY = re.compile(r"\bphó\b|\bdeputy\b|\bvice\b")
DELEGATED = re.compile(r"uỷ quyền|phân công|thay mặt|\bkt\.|\btuq\.|quyền|phụ trách|điều hành|delegat|acting")
PERSON_TITLE = re.compile(r"^(?:các )?(?:đồng chí|đ/c|ông|bà|anh|chị|mr|mrs|ms)\b\.?:?\s*")
MEETS_REQUIREMENTS = re.compile(
    r"đáp ứng|thoả mãn|hài lòng|tuân thủ|đúng (?:quy định|pháp luật|luật|thời hạn|hạn|thẩm quyền|trình tự)|"
    r"theo (?:quy định|pháp luật)|thượng tôn pháp luật|phù hợp (?:với )?(?:yêu cầu|quy định|pháp luật)|"
    r"satisf|requirement|comply|compli"
)
IMPROVES = re.compile(
    r"cải tiến|cải thiện|không ngừng|liên tục|thường xuyên (?:\S+ ){0,3}(?:nâng cao|hoàn thiện|rà soát)|improve"
)
# What a statement of scope names: services, units, places.
SCOPE_SERVICES = re.compile(
    r"thủ tục|\btthc\b|dịch vụ|lĩnh vực|hoạt động|quản lý nhà nước|giải quyết|cung cấp|cung ứng|service|activit|"
    r"procedure"
)
SCOPE_UNITS = re.compile(
    r"\bphòng\b|đơn vị|bộ phận|cơ quan|văn phòng|\bubnd\b|uỷ ban nhân dân|\bsở\b|\bcục\b|chi cục|trung tâm|thanh tra|"
    r"\bban\b|\bbộ\b|\bxã\b|\bphường\b|công chức|unit|department|office|agency"
)
SCOPE_PLACES = re.compile(
    r"trụ sở|địa điểm|địa chỉ|\btại\b|\bđịa bàn\b|cơ sở|số \d+|đường|toàn cơ quan|\b(?:at|site|located|premises)\b"
)
AUDIT_TRAINING = re.compile(
    r"đánh giá viên|đánh giá (?:chất lượng )?nội bộ|chuyên gia đánh giá|\biso\b|\bhtqlcl\b|"
    r"hệ thống quản lý chất lượng|audit"
)
NONCONFORMITIES_COUNTED = re.compile(
    r"(?<![\d.,/])(\d{1,3}) (?:điểm |sự |lỗi |phát hiện )?không phù hợp|(?<![\d.,/])(\d{1,3}) nonconformit"
)
OBJECTIVE_RESULTS = re.compile(r"(?:kết quả|đánh giá|báo cáo).*mục tiêu chất lượng|results? .*quality objectives")


def person(name: str) -> str:
    """A folded name of a person without the word of address, as it is compared."""
    return PERSON_TITLE.sub("", name).strip(" .,;:")
