using System.Collections;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the endpoints of a fake server.</summary>
public sealed class FakeOperationCompleter : WordCompleter
{
    private static readonly (string Word, string Tooltip)[] All =
    [
        ("createUpload", "POST /uploads"),
        ("getUpload", "GET /uploads/{id}"),
        ("createActivity", "POST /activities"),
        ("getActivity", "GET /activities/{id}"),
        ("updateActivity", "PUT /activities/{id}"),
        ("deleteActivity", "DELETE /activities/{id}"),
        ("listActivities", "GET /athlete/activities"),
        ("listActivityPhotos", "GET /activities/{id}/photos"),
        ("listComments", "GET /activities/{id}/comments"),
        ("listKudos", "GET /activities/{id}/kudos"),
        ("listLaps", "GET /activities/{id}/laps"),
        ("listZones", "GET /activities/{id}/zones"),
        ("getStreams", "GET /activities/{id}/streams"),
        ("getAthlete", "GET /athlete"),
        ("updateAthlete", "PUT /athlete"),
        ("getAthleteById", "GET /athletes/{id}"),
        ("getAthleteStats", "GET /athletes/{id}/stats"),
        ("getAthleteZones", "GET /athlete/zones"),
        ("listAthleteClubs", "GET /athlete/clubs"),
        ("getGear", "GET /gear/{id}"),
        ("getClub", "GET /clubs/{id}"),
        ("listClubActivities", "GET /clubs/{id}/activities"),
        ("listClubMembers", "GET /clubs/{id}/members and admins"),
        ("listRoutes", "GET /athletes/{id}/routes"),
        ("getRoute", "GET /routes/{id}"),
        ("getRouteStreams", "GET /routes/{id}/streams"),
        ("exportRoute", "GET /routes/{id}/export_gpx and export_tcx"),
        ("getSegment", "GET /segments/{id}"),
        ("getLeaderboard", "GET /segments/{id}/leaderboard"),
        ("getSegmentStreams", "GET /segments/{id}/streams"),
        ("exploreSegments", "GET /segments/explore"),
        ("listStarredSegments", "GET /segments/starred"),
        ("starSegment", "PUT /segments/{id}/starred"),
        ("listSegmentEfforts", "GET /segments/{id}/all_efforts"),
        ("listOwnEfforts", "GET /segment_efforts"),
        ("getEffort", "GET /segment_efforts/{id}"),
        ("getEffortStreams", "GET /segment_efforts/{id}/streams"),
        ("createPushSubscription", "POST /push_subscriptions"),
        ("listPushSubscriptions", "GET /push_subscriptions"),
        ("deletePushSubscription", "DELETE /push_subscriptions/{id}"),
        ("showConsent", "GET /oauth/authorize"),
        ("submitConsent", "POST /oauth/authorize"),
        ("issueToken", "POST /oauth/token"),
        ("revokeToken", "POST /oauth/revoke"),
        ("deauthorize", "POST /oauth/deauthorize"),
        ("putPhoto", "PUT to the address of a photo"),
        ("getPhoto", "GET of the address of a photo"),
        ("activityPage", "The web page of an activity"),
        ("exportTcx", "GET /activities/{id}/export_tcx of the website"),
        ("settingsPage", "GET /settings/api of the website"),
        ("decathlon.authorize", "GET /connect/oauth/authorize of Decathlon"),
        ("decathlon.issueToken", "POST /connect/oauth/token of Decathlon"),
        ("decathlon.storeFile", "POST of a file to Decathlon"),
        ("decathlon.getStoredFile", "GET of a file of Decathlon"),
        ("decathlon.getDecathlonActivity", "GET of an activity of Decathlon"),
        ("decathlon.putDecathlonActivity", "PUT of an activity to Decathlon"),
        ("decathlon.getThumbnail", "GET of a ready-made thumbnail of Decathlon"),
        ("connect", "New connections"),
    ];

    private protected override IEnumerable<string> GetWords(IDictionary boundParameters) => All.Select(entry => entry.Word);

    private protected override string GetTooltip(string word) => Array.Find(All, entry => entry.Word == word).Tooltip;
}
