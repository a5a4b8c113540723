"""Street files of data.police.uk: found, read and counted."""
