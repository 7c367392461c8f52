// Runs github.com/bzimmer/activity/strava, unmodified, against a fake: go run . <url> <refresh token> <file.tcx>
// Prints what it read as one line of JSON. The library accepts an address, and golang.org/x/oauth2 renews the token.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"strings"
	"time"

	"github.com/bzimmer/activity"
	"github.com/bzimmer/activity/strava"
	"golang.org/x/oauth2"
)

func main() {
	ctx := context.Background()
	token, err := newClient(ctx, &oauth2.Token{RefreshToken: os.Args[2]}).Auth.Refresh(ctx)
	check(err)
	// Renewed again, before the first request.
	client := newClient(ctx, &oauth2.Token{AccessToken: "expired", RefreshToken: token.RefreshToken, Expiry: time.Now().Add(-time.Minute)})

	file, err := os.Open(os.Args[3])
	check(err)
	upload, err := client.Activity.Upload(ctx, &activity.File{Reader: file, Name: "run.tcx", Format: activity.FormatTCX})
	check(err)
	upload, err = client.Activity.Status(ctx, upload.ID)
	check(err)
	id := upload.ActivityID
	name := "From a client"
	_, err = client.Activity.Update(ctx, &strava.UpdatableActivity{ID: id, Name: &name})
	check(err)
	read, err := client.Activity.Activity(ctx, id, "distance")
	check(err)
	athlete, err := client.Athlete.Athlete(ctx)
	check(err)
	activities := 0
	check(strava.ActivitiesIter(client.Activity.Activities(ctx, activity.Pagination{}), func(*strava.Activity) (bool, error) {
		activities++
		return true, nil
	}))
	check(json.NewEncoder(os.Stdout).Encode(map[string]interface{}{
		"activityId":  id,
		"athleteId":   athlete.ID,
		"name":        read.Name,
		"activities":  activities,
		"laps":        len(read.Laps),
		"points":      len(read.Streams.Distance.Data),
		"accessToken": token.AccessToken,
	}))
}

func newClient(ctx context.Context, token *oauth2.Token) *strava.Client {
	url := strings.TrimSuffix(os.Args[1], "/")
	client, err := strava.NewClient(
		strava.WithBaseURL(url+"/api/v3"),
		strava.WithConfig(oauth2.Config{
			ClientID:     "1",
			ClientSecret: "fake-client-secret",
			Endpoint:     oauth2.Endpoint{AuthURL: url + "/oauth/authorize", TokenURL: url + "/oauth/token"},
		}),
		strava.WithToken(token),
		strava.WithAutoRefresh(ctx))
	check(err)
	return client
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
