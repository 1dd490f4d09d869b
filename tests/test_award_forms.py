"""Words for awards, with the names and classes of honours."""

import pytest

from extractor.reading.names.awards import read_award_forms
from extractor.reading.tokens import read_tokens


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("UBND xã tặng Giấy khen cho 5 hộ.", [("Giấy khen", "certificate")]),
        ("Trường đón nhận Huân chương Lao động hạng Ba.", [("Huân chương Lao động hạng Ba", "honour")]),
        (
            "Trao Huân chương Bảo vệ Tổ quốc hạng Nhất, Nhì, Ba.",
            [("Huân chương Bảo vệ Tổ quốc hạng Nhất, Nhì, Ba", "honour")],
        ),
        ("Tặng Kỷ niệm chương “Vì tuổi thơ” cho 3 cô giáo.", [("Kỷ niệm chương “Vì tuổi thơ”", "honour")]),
        ("Trao Huy hiệu 50 năm tuổi Đảng cho 2 đảng viên.", [("Huy hiệu 50 năm tuổi Đảng", "honour")]),
        ("Phong tặng danh hiệu Anh hùng Lao động cho bà Lụa.", [("danh hiệu Anh hùng Lao động", "title")]),
        (
            "Em Lụa đạt giải nhì cuộc thi “Em yêu biển” cấp tỉnh.",
            [("giải nhì cuộc thi “Em yêu biển” cấp tỉnh", "prize")],
        ),
        ("Hội nghị biểu dương, khen thưởng 5 tập thể.", [("biểu dương, khen thưởng", "praise")]),
        ("Tặng cờ “Đơn vị giỏi” cho 2 đội.", [("cờ “Đơn vị giỏi”", "honour")]),
        ("Lụa giành danh hiệu Á hậu 1 ở Đoài.", [("danh hiệu Á hậu 1", "title")]),
        ("Ông nhận Huân chương Order of Australia.", [("Huân chương Order of Australia", "honour")]),
        ("Nhận Giải thưởng Nhà nông trẻ của Hội.", [("Giải thưởng Nhà nông trẻ", "prize")]),
        ("Đoạt giải cuộc thi vẽ tranh “Em yêu biển”.", [("giải cuộc thi vẽ tranh “Em yêu biển”", "honour")]),
        (
            "Được tặng Huân chương Chiến công hạng Nhì, 1 Huân chương Chiến công hạng Ba.",
            [("Huân chương Chiến công hạng Nhì", "honour"), ("Huân chương Chiến công hạng Ba", "honour")],
        ),
        ("Ông giữ danh hiệu này nhiều năm.", []),
        ("Hội đồng Thi đua - Khen thưởng tỉnh họp.", []),
        ("Dân treo cờ mừng lễ.", []),
        ("UBND xã khen 3 tập thể.", [("khen", "praise")]),
        ("Ai cũng khen bà Lụa khéo tay.", []),
    ],
)
def test_forms(text: str, forms: list[tuple[str, str]]) -> None:
    assert [(form.form, form.rule) for form in read_award_forms(read_tokens(text))] == forms


def test_either_tone_placement_reads_the_same() -> None:
    texts = ("Tặng Huân chương Hữu nghị cho bà Hoà.", "Tặng Huân chương Hữu nghị cho bà Hòa.")
    found = [[(f.start, f.end, f.form) for f in read_award_forms(read_tokens(text))] for text in texts]
    assert found[0] == found[1]
