"""Reading what students bring: drafts and records."""
