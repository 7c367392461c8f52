// Runs Tudormobile.Strava, unmodified, against a fake: dotnet run -- <url> <refresh token> <activity ID>
// Prints what it read as one line of JSON. Its address is fixed, so a handler leads https://www.strava.com to the fake. Version 0.9.1
// disposes the file of an upload before it is sent, so it cannot upload.
using System.Text.Json;
using Tudormobile.Strava;
using Tudormobile.Strava.Api;

var (server, refreshToken, id) = (new Uri(args[0]), args[1], long.Parse(args[2]));
using var http = new HttpClient(new FakeHandler(server));
var login = new StravaAuthorization("1", "fake-client-secret", "", refreshToken);
var session = new StravaSession(login, http, useProvidedClientForRefresh: true);
var tokens = Require(await session.RefreshAsync());
var activity = Require(await session.ActivitiesApi().GetActivityAsync(id));
Console.WriteLine(JsonSerializer.Serialize(new
{
    activityId = activity.Id,
    athleteId = Require(await session.StravaApi().GetAthleteAsync()).Id,
    name = activity.Name,
    activities = Require(await session.ActivitiesApi().GetActivitiesAsync()).Count,
    laps = Require(await session.ActivitiesApi().ListActivityLaps(id)).Count,
    points = Require(await session.StreamsApi().GetActivityStreamsAsync(id, ["distance"])).Single().Data.Count,
    accessToken = tokens.AccessToken,
}));

static T Require<T>(ApiResult<T> result) =>
    result.Error is null ? result.Data! : throw new InvalidOperationException(result.Error.Message, result.Error.Exception);

internal sealed class FakeHandler(Uri server) : DelegatingHandler(new HttpClientHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(server, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
