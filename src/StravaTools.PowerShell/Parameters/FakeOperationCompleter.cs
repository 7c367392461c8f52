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
        ("listLaps", "GET /activities/{id}/laps"),
        ("listZones", "GET /activities/{id}/zones"),
        ("getStreams", "GET /activities/{id}/streams"),
        ("getAthlete", "GET /athlete"),
        ("updateAthlete", "PUT /athlete"),
        ("getAthleteById", "GET /athletes/{id}"),
        ("getClub", "GET /clubs/{id}"),
        ("getSegment", "GET /segments/{id}"),
        ("getLeaderboard", "GET /segments/{id}/leaderboard"),
        ("listSegmentEfforts", "GET /segments/{id}/all_efforts"),
        ("issueToken", "POST /oauth/token"),
        ("revokeToken", "POST /oauth/revoke"),
        ("deauthorize", "POST /oauth/deauthorize"),
        ("putPhoto", "PUT to the address of a photo"),
    ];

    private protected override IEnumerable<string> GetWords(IDictionary boundParameters) => All.Select(entry => entry.Word);

    private protected override string GetTooltip(string word) => Array.Find(All, entry => entry.Word == word).Tooltip;
}
