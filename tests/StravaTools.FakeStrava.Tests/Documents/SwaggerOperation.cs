namespace StravaTools.FakeStrava.Tests.Documents;

/// <summary>An operation of Strava's published swagger.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below /api/v3.</param>
/// <param name="Summary">The summary of the swagger.</param>
/// <param name="Data">Where the data of the fake's answer comes from.</param>
internal sealed record SwaggerOperation(string Method, string Path, string Summary, string Data)
{
    public static IReadOnlyList<SwaggerOperation> All { get; } =
    [
        new("GET", "/athletes/{id}/stats", "Get Athlete Stats", "the activities"),
        new("GET", "/athlete", "Get Authenticated Athlete", "`athletes`"),
        new("PUT", "/athlete", "Update Athlete", "changes `weight`"),
        new("GET", "/athlete/zones", "Get Zones", "`athletes`: `heartRateZones`"),
        new("GET", "/segments/{id}", "Get Segment", "`segments`, and efforts of uploads"),
        new("GET", "/segments/starred", "List Starred Segments", "`segments`: `starredBy`"),
        new("PUT", "/segments/{id}/starred", "Star Segment", "changes `starredBy`"),
        new("GET", "/segment_efforts", "List Segment Efforts", "uploads that cross a segment"),
        new("GET", "/segments/explore", "Explore segments", "`segments`"),
        new("GET", "/segment_efforts/{id}", "Get Segment Effort", "uploads that cross a segment"),
        new("POST", "/activities", "Create an Activity", "creates an activity"),
        new("GET", "/activities/{id}", "Get Activity", "uploads and `activities`"),
        new("PUT", "/activities/{id}", "Update Activity", "changes the activity"),
        new("GET", "/athlete/activities", "List Athlete Activities", "uploads and `activities`"),
        new("GET", "/activities/{id}/laps", "List Activity Laps", "the uploaded file"),
        new("GET", "/activities/{id}/zones", "Get Activity Zones", "the uploaded file, and the zones of the athlete"),
        new("GET", "/activities/{id}/comments", "List Activity Comments", "`activities`: `comments`"),
        new("GET", "/activities/{id}/kudos", "List Activity Kudoers", "`activities`: `kudos_from`"),
        new("GET", "/clubs/{id}", "Get Club", "`clubs`"),
        new("GET", "/clubs/{id}/members", "List Club Members", ""),
        new("GET", "/clubs/{id}/admins", "List Club Administrators", ""),
        new("GET", "/clubs/{id}/activities", "List Club Activities", ""),
        new("GET", "/athlete/clubs", "List Athlete Clubs", "`clubs`: `members`"),
        new("GET", "/gear/{id}", "Get Equipment", "`gear`"),
        new("GET", "/routes/{id}", "Get Route", "`routes`"),
        new("GET", "/athletes/{id}/routes", "List Athlete Routes", "`routes`"),
        new("GET", "/routes/{id}/export_gpx", "Export Route GPX", "`routes`"),
        new("GET", "/routes/{id}/export_tcx", "Export Route TCX", "`routes`"),
        new("POST", "/uploads", "Upload Activity", "the file"),
        new("GET", "/uploads/{uploadId}", "Get Upload", "the upload"),
        new("GET", "/activities/{id}/streams", "Get Activity Streams", "the uploaded file"),
        new("GET", "/segment_efforts/{id}/streams", "Get Segment Effort Streams", "the uploaded file"),
        new("GET", "/segments/{id}/streams", "Get Segment Streams", "`segments`: `polyline`"),
        new("GET", "/routes/{id}/streams", "Get Route Streams", "`routes`: `polyline`, `altitudes`"),
    ];
}
