using System.Text.Json;
using StravaTools.Http.Errors;
using StravaTools.Http.Text;

namespace StravaTools.Http.Transport;

/// <summary>
/// The body of an unsuccessful response: JSON faults in all shapes seen, Hydra's and OAuth's errors; empty for HTML pages and anything
/// else.
/// </summary>
internal sealed class ErrorBody
{
    private const int MaxTextLength = 200;

    /// <summary>Strava sends one or two. A longer list is cut.</summary>
    private const int MaxEntries = 5;

    private static readonly string[] TextNames = ["error", "error_description", "status", "message", "hydra:description"];
    private static readonly ErrorBody Empty = new([], []);

    private readonly string[] _texts;
    private readonly (string Resource, string Field, string Code)[] _entries;

    private ErrorBody(string[] texts, (string Resource, string Field, string Code)[] entries) => (_texts, _entries) = (texts, entries);

    public static ErrorBody FromResponse(ApiResponse answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Text);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Empty;
            }

            return FromObject(json.RootElement);
        }
        catch (JsonException)
        {
            return Empty;
        }
    }

    /// <summary>Returns the texts and entries in one line, with hints.</summary>
    /// <param name="findHint">Explains an entry.</param>
    public string Describe(Func<string?, string?, string?, string?>? findHint) =>
        string.Join("; ", _texts.Concat(_entries.Select(entry => FormatEntry(entry, findHint))).Distinct(StringComparer.Ordinal));

    /// <summary>Returns a fault for each entry, or one for a response without entries.</summary>
    public IEnumerable<ServiceFault> Faults(ApiResponse answer)
    {
        var fault = new ServiceFault(answer.StatusCode, answer.RedirectToOtherHost, string.Join("; ", _texts));
        if (_entries.Length == 0)
        {
            return [fault];
        }

        return _entries.Select(entry => fault with
        {
            Resource = entry.Resource.ToLowerInvariant(),
            Field = entry.Field.ToLowerInvariant(),
            Code = entry.Code.ToLowerInvariant(),
        });
    }

    private static ErrorBody FromObject(JsonElement root)
    {
        var texts = TextNames.Select(name => ReadText(root, name)).Where(text => text.Length > 0).ToList();
        if (!root.TryGetProperty("errors", out var errors) || errors.ValueKind != JsonValueKind.Array)
        {
            // It can also be missing, null, or a string.
            return new ErrorBody([.. texts.Append(ReadText(root, "errors")).Where(text => text.Length > 0)], []);
        }

        var entries = errors.EnumerateArray().Where(error => error.ValueKind == JsonValueKind.Object).Take(MaxEntries)
            .Select(error => (ReadText(error, "resource"), ReadText(error, "field"), ReadText(error, "code")));
        return new ErrorBody([.. texts], [.. entries]);
    }

    private static string FormatEntry(
        (string Resource, string Field, string Code) entry, Func<string?, string?, string?, string?>? findHint)
    {
        string[] parts = [entry.Resource, entry.Field, entry.Code];
        var text = string.Join(' ', parts.Where(part => part.Length > 0)).Replace('_', ' ');
        if (findHint?.Invoke(entry.Resource, entry.Field, entry.Code) is { } hint)
        {
            return $"{text} ({hint})";
        }

        return text;
    }

    private static string ReadText(JsonElement element, string name)
    {
        if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
        {
            return PlainText.Shorten(HtmlText.ToPlain(value.GetString()!), MaxTextLength);
        }

        return "";
    }
}
