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

        return Response.FromHtml(StatusCodes.Status200OK, RenderPage(activity).ToString());
    }

    private static Html RenderPage(DetailedActivity activity) => PageFrame.Render($"{activity.Name} | Fake Strava", Html.Empty, $"""
        <header><h1><bdi>{activity.Name}</bdi></h1><p><a href="/__admin/face#activities">All activities</a></p></header>
        <main class="wide">
        <section>
        <p>{activity.Description}</p>
        <dl>
        {Fact("Sport", $"{activity.SportType}")}
        {Fact("Start", $"{activity.StartDateLocal:yyyy-MM-dd HH:mm:ss} {activity.Timezone}")}
        {Fact("Distance", $"{activity.Distance / 1000:0.00} km")}
        {Fact("Moving time", $"{TimeSpan.FromSeconds(activity.MovingTime):c}")}
        {Fact("Elapsed time", $"{TimeSpan.FromSeconds(activity.ElapsedTime):c}")}
        {Fact("Elevation gain", $"{activity.TotalElevationGain:0} m")}
        {RenderCustomFields(activity)}
        </dl>
        {RenderPhoto(activity.Photos.Primary)}
        </section>
        {RenderRecording(activity)}
        </main>
        """);

    private static Html Fact(string name, Html value) => $"<div><dt>{name}</dt><dd>{value}</dd></div>\n";

    private static IEnumerable<Html> RenderCustomFields(DetailedActivity activity) =>
        activity.CustomFields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => Fact(field.Key, $"{field.Value}"));

    private static Html RenderPhoto(PrimaryPhoto? photo)
    {
        if (photo is null)
        {
            return Html.Empty;
        }

        return $"<img alt=\"Photo\" src=\"/photos/{photo.UniqueId}\">";
    }

    private static Html RenderRecording(DetailedActivity activity)
    {
        if (activity.Recording is null)
        {
            return Html.Empty;
        }

        return $"<iframe title=\"Map and charts\" src=\"/__admin/face/recordings/{activity.Id}\"></iframe>";
    }
}
