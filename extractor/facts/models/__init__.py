"""Named community schemes (mô hình)."""
