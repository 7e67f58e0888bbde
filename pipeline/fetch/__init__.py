"""Source -> bytes over http(s): polite, safe, resumable. `client` fetches one address, `folder` a batch."""
