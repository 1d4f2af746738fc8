"""The archive: files in, meetings out. Alone knows file formats and how minutes are laid out."""
