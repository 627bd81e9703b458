"""What a content file holds, as frozen values. Each class is also the declaration of its fields (`fields.py`)."""
