namespace StravaTools.FakeStrava.Representations;

/// <summary>Who sees something. The fake does not have Strava's "followers_only".</summary>
internal static class ActivityVisibility
{
    public const string Everyone = "everyone";
    private const string OnlyMe = "only_me";

    public static string Describe(bool isPrivate) => isPrivate ? OnlyMe : Everyone;
}
