// Runs github.com/strava/go.strava, unmodified, against a fake: go run . <url> <access token> <file.tcx>
// Prints what it read as one line of JSON. Its address is fixed, so the transport leads https://www.strava.com to the fake. It has no token refresh.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"net/url"
	"os"

	strava "github.com/strava/go.strava"
)

type fakeTransport struct{ base *url.URL }

func (transport fakeTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	request.URL.Scheme, request.URL.Host = transport.base.Scheme, transport.base.Host
	return http.DefaultTransport.RoundTrip(request)
}

func main() {
	base, err := url.Parse(os.Args[1])
	check(err)
	file, err := os.Open(os.Args[3])
	check(err)
	client := strava.NewClient(os.Args[2], &http.Client{Transport: fakeTransport{base}})

	uploads := strava.NewUploadsService(client)
	upload, err := uploads.Create(strava.FileDataTypes.TCX, "run.tcx", file).Name("From a client").Do()
	check(err)
	status, err := uploads.Get(upload.Id).Do()
	check(err)
	id := status.ActivityId
	activities := strava.NewActivitiesService(client)
	activity, err := activities.Get(id).Do()
	check(err)
	laps, err := activities.ListLaps(id).Do()
	check(err)
	current := strava.NewCurrentAthleteService(client)
	athlete, err := current.Get().Do()
	check(err)
	list, err := current.ListActivities().PerPage(10).Do()
	check(err)
	streams, err := strava.NewActivityStreamsService(client).Get(id, []strava.StreamType{strava.StreamTypes.Distance}).Do()
	check(err)
	check(json.NewEncoder(os.Stdout).Encode(map[string]interface{}{
		"activityId": id,
		"athleteId":  athlete.Id,
		"name":       activity.Name,
		"activities": len(list),
		"laps":       len(laps),
		"points":     len(streams.Distance.Data),
	}))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
