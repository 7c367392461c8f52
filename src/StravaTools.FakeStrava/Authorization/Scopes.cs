using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Authorization;

/// <summary>
/// What a token may do: today's scopes (field-notes.md, 3.5) or those of the documents, <c>write</c> and <c>view_private</c>. Each of the old names
/// stands for the new ones that came after it.
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

    /// <summary>As they were asked for.</summary>
    public IReadOnlyList<string> Names { get; }

    public bool SeesPrivate => _granted.Contains("activity:read_all");

    public bool SeesProfile => _granted.Contains("profile:read_all");

    /// <summary>Takes commas and spaces. Null if a name is none of the profile's.</summary>
    public static Scopes? ParseRequest(string text, FakeProfile profile)
    {
        string[] names = [.. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        if (names.All(name => New.Contains(name, StringComparer.Ordinal) || (profile == FakeProfile.Documented && Old.ContainsKey(name))))
        {
            return new Scopes(names);
        }

        return null;
    }

    /// <summary>Whatever the option says: tokens of both kinds may be had in both profiles.</summary>
    public static Scopes FromText(string text) => new([.. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)]);

    public bool Covers(Scopes other) => other._granted.IsSubsetOf(_granted);

    /// <summary>The field of the error for a permission that is missing, as recorded (field-notes.md, 3.5); null if it is not.</summary>
    public string? Missing(Permission permission, FakeProfile profile) => permission switch
    {
        Permission.WriteActivities when !_granted.Contains("activity:write") => profile == FakeProfile.Current ? "activity:write_permission" : "write_permission",
        // "Requires write permissions" is all that the documents ask for.
        _ when profile == FakeProfile.Documented => null,
        Permission.Read when !_granted.Contains("read") && !_granted.Contains("read_all") => "read_permission",
        Permission.ReadActivities when !_granted.Contains("activity:read") && !SeesPrivate => "activity:read_permission",
        Permission.WriteProfile when !_granted.Contains("profile:write") => "profile:write_permission",
        _ => null,
    };
}
