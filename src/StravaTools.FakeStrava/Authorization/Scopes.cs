using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Authorization;

/// <summary>
/// What a token can do: today's scopes (field-notes.md, 3.5), or the documents' <c>write</c> and <c>view_private</c>. Each of the old names
/// stands for the new ones that replaced it.
/// </summary>
internal sealed class Scopes
{
    private static readonly Dictionary<string, string[]> Old = new(StringComparer.Ordinal)
    {
        ["public"] = ["read", "activity:read"],
        ["write"] = ["read", "activity:read", "activity:write"],
        ["view_private"] = ["read", "read_all", "activity:read", "activity:read_all"],
    };

    private static readonly string[] New =
        ["read", "read_all", "profile:read_all", "profile:write", "activity:read", "activity:read_all", "activity:write"];

    private readonly HashSet<string> _granted;

    private Scopes(IReadOnlyList<string> names)
    {
        Names = names;
        _granted = [.. names.SelectMany(name => Old.GetValueOrDefault(name, [name]))];
    }

    /// <summary>The scopes as they were requested.</summary>
    public IReadOnlyList<string> Names { get; }

    public bool SeesPrivate => _granted.Contains("activity:read_all");

    public bool SeesActivities => SeesPrivate || _granted.Contains("activity:read");

    public bool SeesProfile => _granted.Contains("profile:read_all");

    /// <summary>
    /// Reads a list with commas; today's Strava refuses spaces. Null if the profile does not have one of the names.
    /// </summary>
    public static Scopes? ParseRequest(string text, FakeProfile profile)
    {
        char[] separators = profile == FakeProfile.Documented ? [',', ' '] : [','];
        string[] names = [.. text.Split(separators, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        if (names.All(name => IsKnown(name, profile)))
        {
            return new Scopes(names);
        }

        return null;
    }

    /// <summary>Reads the list of an option: both profiles accept tokens with scopes of both kinds.</summary>
    public static Scopes FromText(string text) => new([.. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)]);

    public bool Covers(Scopes other) => other._granted.IsSubsetOf(_granted);

    /// <summary>
    /// The field of the error for a missing permission, as recorded (field-notes.md, 3.5); null if the scopes include the permission.
    /// </summary>
    public string? FindMissingField(Permission permission, FakeProfile profile)
    {
        if (permission == Permission.WriteActivities && !_granted.Contains("activity:write"))
        {
            if (profile == FakeProfile.Current)
            {
                return "activity:write_permission";
            }

            return "write_permission";
        }

        // "Requires write permissions" is the only requirement in the documents.
        if (profile == FakeProfile.Documented)
        {
            return null;
        }

        return permission switch
        {
            Permission.Read when !_granted.Contains("read") && !_granted.Contains("read_all") => "read_permission",
            Permission.ReadActivities when !_granted.Contains("activity:read") && !SeesPrivate => "activity:read_permission",
            Permission.ReadProfile when !SeesProfile => "profile:read_all_permission",
            Permission.WriteProfile when !_granted.Contains("profile:write") => "profile:write_permission",
            _ => null,
        };
    }

    private static bool IsKnown(string name, FakeProfile profile) =>
        New.Contains(name, StringComparer.Ordinal) || (profile == FakeProfile.Documented && Old.ContainsKey(name));
}
