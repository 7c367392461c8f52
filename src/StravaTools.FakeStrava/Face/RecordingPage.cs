using StravaTools.Activities.Pages;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Face;

/// <summary>Map, charts, and tables of a recorded activity, which its page shows in a frame. The page has a policy of its own.</summary>
internal static class RecordingPage
{
    public static Response Handle(HttpContext http, World world)
    {
        if (RouteValues.ReadId(http) is { } id && world.FindActivity(id) is { Recording: not null } activity)
        {
            return new Response(StatusCodes.Status200OK, "text/html; charset=utf-8", Render(activity));
        }

        return Response.WithoutBody(StatusCodes.Status404NotFound);
    }

    private static byte[] Render(DetailedActivity activity)
    {
        using var stream = new MemoryStream();
        ActivityPage.WritePage(stream, activity.Recording! with { Name = activity.Name }, ActivityPageOptions.Default);
        return stream.ToArray();
    }
}
