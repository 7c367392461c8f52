using System.Globalization;
using System.Text.Encodings.Web;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /activities/{id}: what a browser shows ("You should now be able to see your activity at www.strava.com/activities/{id}").
/// </summary>
internal static class ActivityPage
{
    private const string Html = "text/html; charset=utf-8";

    public static Answer Handle(HttpContext http, World world) => Show(Find(http, world));

    /// <summary>"the token used to embed a Strava activity in the form www.strava.com/activities/[activity_id]/embed/[embed_token]".</summary>
    public static Answer HandleEmbedded(HttpContext http, World world) =>
        Show(Find(http, world) is { } activity && activity.EmbedToken == http.GetRouteValue("token") as string ? activity : null);

    private static DetailedActivity? Find(HttpContext http, World world) => ApiRequest.IdOf(http) is { } id ? world.FindActivity(id) : null;

    private static Answer Show(DetailedActivity? activity) => activity is null
        ? Answer.Text(StatusCodes.Status404NotFound, Html, "<!DOCTYPE html><title>Not found</title><p>There is no such activity.</p>")
        : Answer.Text(StatusCodes.Status200OK, Html, Page(activity));

    private static string Page(DetailedActivity activity) => string.Create(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{Escape(activity.Name)} | Fake Strava</title></head>
        <body>
        <h1>{Escape(activity.Name)}</h1>
        <p>{Escape(activity.Description ?? "")}</p>
        <dl>
        <dt>Sport</dt><dd>{Escape(activity.SportType)}</dd>
        <dt>Start</dt><dd>{activity.StartDateLocal:yyyy-MM-dd HH:mm:ss} {Escape(activity.Timezone)}</dd>
        <dt>Distance</dt><dd>{activity.Distance / 1000:0.00} km</dd>
        <dt>Moving time</dt><dd>{TimeSpan.FromSeconds(activity.MovingTime):c}</dd>
        <dt>Elapsed time</dt><dd>{TimeSpan.FromSeconds(activity.ElapsedTime):c}</dd>
        <dt>Elevation gain</dt><dd>{activity.TotalElevationGain:0} m</dd>
        {string.Concat(activity.CustomFields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"<dt>{Escape(field.Key)}</dt><dd>{Escape(field.Value)}</dd>\n"))}</dl>
        {(activity.Photos.Primary is { } photo ? $"<img alt=\"Photo\" src=\"/photos/{Escape(photo.UniqueId)}\">" : "")}
        </body>
        </html>

        """);

    private static string Escape(string text) => HtmlEncoder.Default.Encode(text);
}
