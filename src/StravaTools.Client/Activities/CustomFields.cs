using StravaTools.Http.Errors;

namespace StravaTools.Client.Activities;

/// <summary>Custom scalar fields of a new activity.</summary>
public static class CustomFields
{
    /// <summary>Collects fields by name for <see cref="NewActivity.CustomData"/>.</summary>
    /// <param name="fields">The names and values. Names are case-sensitive.</param>
    /// <exception cref="ApiException"><see cref="StravaErrors.CustomDataNameRepeated"/>: two fields have the same name.</exception>
    public static IReadOnlyDictionary<string, string> FromPairs(IEnumerable<KeyValuePair<string, string>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            if (!values.TryAdd(name, value))
            {
                throw new StravaException(StravaErrors.CustomDataNameRepeated, name);
            }
        }

        return values;
    }
}
