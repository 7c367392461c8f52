module stravatools/clients/gostrava

go 1.19

require github.com/strava/go.strava v0.0.0-20180612235916-99ebe972ba16
