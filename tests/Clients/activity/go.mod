module stravatools/clients/activity

go 1.26.0

require (
	github.com/bzimmer/activity v0.9.1-0.20260222184539-1b41a82f3ba2
	golang.org/x/oauth2 v0.35.0
)
