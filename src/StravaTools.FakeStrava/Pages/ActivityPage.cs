using System.Globalization;
using System.Text.Encodings.Web;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Pages;

/// <summary>
/// GET /activities/{id}: what a browser shows ("You should now be able to see your activity at www.strava.com/activities/{id}").
/// </summary>
internal static class ActivityPage
{
    public static Response Handle(HttpContext http, World world) => RenderActivity(FindActivity(http, world));

    /// <summary>
    /// "the token used to embed a Strava activity in the form www.strava.com/activities/[activity_id]/embed/[embed_token]".
    /// </summary>
    public static Response HandleEmbedded(HttpContext http, World world)
    {
        var activity = FindActivity(http, world);
        if (activity?.EmbedToken == RouteValues.ReadText(http, "token"))
        {
            return RenderActivity(activity);
        }

        return RenderActivity(null);
    }

    private static DetailedActivity? FindActivity(HttpContext http, World world)
    {
        if (RouteValues.ReadId(http) is { } id)
        {
            return world.FindActivity(id);
        }

        return null;
    }

    private static Response RenderActivity(DetailedActivity? activity)
    {
        if (activity is null)
        {
            return Response.FromHtml(
                StatusCodes.Status404NotFound, "<!DOCTYPE html><title>Not found</title><p>There is no such activity.</p>");
        }

        return Response.FromHtml(StatusCodes.Status200OK, RenderPage(activity));
    }

    private static string RenderPage(DetailedActivity activity) => string.Create(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><link rel="icon" href="/__admin/face.svg"><title>{Escape(activity.Name)} | Fake Strava</title></head>
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
        {RenderCustomFields(activity)}</dl>
        {RenderPhoto(activity.Photos.Primary)}
        </body>
        </html>

        """);

    private static string RenderCustomFields(DetailedActivity activity) => string.Concat(
        activity.CustomFields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"<dt>{Escape(field.Key)}</dt><dd>{Escape(field.Value)}</dd>\n"));

    private static string RenderPhoto(PrimaryPhoto? photo)
    {
        if (photo is null)
        {
            return "";
        }

        return $"<img alt=\"Photo\" src=\"/photos/{Escape(photo.UniqueId)}\">";
    }

    private static string Escape(string text) => HtmlEncoder.Default.Encode(text);
}
