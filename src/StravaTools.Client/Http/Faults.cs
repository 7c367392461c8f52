using System.Net;
using System.Text.Json;

namespace StravaTools.Client.Http;

/// <summary>Makes errors of answers that are none of the documented successes: Strava's JSON fault in all its shapes, Hydra's and OAuth's errors, HTML pages, empty bodies.</summary>
internal static class Faults
{
    private const int Excerpt = 200;
    private static readonly string[] Texts = ["error", "error_description", "status", "message", "hydra:description"];
    private static readonly string[] EntryFields = ["resource", "field", "code"];

    /// <param name="answer">An answer that is no success.</param>
    /// <param name="changesSomething">Whether the request may have taken effect before the server failed.</param>
    /// <param name="errors">The errors of the service.</param>
    /// <param name="limits">What is known of its rate limits; null if it tells none.</param>
    public static StravaException ToException(Answer answer, bool changesSomething, ServiceErrors errors, IRateLimits? limits = null)
    {
        var details = Describe(answer, errors);
        var status = (int)answer.StatusCode;
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized when details.Contains("permission missing", StringComparison.Ordinal) => New(errors.MissingScope, details),
            HttpStatusCode.Unauthorized => New(errors.NotAuthorized, details),
            HttpStatusCode.TooManyRequests => Limited(),
            HttpStatusCode.Forbidden when details.Contains("rate limit", StringComparison.OrdinalIgnoreCase) => Limited(),
            HttpStatusCode.Forbidden => New(errors.Forbidden, details),
            HttpStatusCode.NotFound => New(errors.NotFound, details),
            HttpStatusCode.Conflict when errors.Conflict is { } conflict => New(conflict, details),
            >= HttpStatusCode.InternalServerError when changesSomething => New(errors.FateUnknown, $"the server failed ({status}): {details}"),
            >= HttpStatusCode.InternalServerError => New(errors.ServerFailed, status, details),
            >= HttpStatusCode.BadRequest => New(errors.RequestRefused, status, details),
            _ => New(errors.UnexpectedAnswer, status, details),
        };

        StravaException New(StravaError error, params ReadOnlySpan<object?> arguments) =>
            new(error, arguments) { StatusCode = answer.StatusCode, Details = details, Body = answer.Body };

        StravaException Limited()
        {
            if (limits is null)
            {
                return New(errors.RateLimited, details);
            }

            return limits.CreateError(read: !changesSomething, details, answer);
        }
    }

    /// <summary>A success that cannot be read. If the request changed something, it may well have done so.</summary>
    public static StravaException NotAsDocumented(Answer answer, bool changesSomething, Exception cause, ServiceErrors errors)
    {
        var details = Describe(answer, errors);
        if (changesSomething)
        {
            return new StravaException(errors.FateUnknown, cause, $"the answer ({(int)answer.StatusCode}) cannot be read: {details}") { StatusCode = answer.StatusCode };
        }

        return new StravaException(errors.UnexpectedAnswer, cause, (int)answer.StatusCode, details) { StatusCode = answer.StatusCode };
    }

    /// <summary>What an answer says, in one line of plain text.</summary>
    public static string Describe(Answer answer, ServiceErrors errors)
    {
        var text = answer.FromText.Trim();
        if (text.Length == 0)
        {
            return "no details";
        }

        return FromJson(text, errors) ?? HtmlText.Shorten(HtmlText.ToPlain(text), Excerpt);
    }

    private static string? FromJson(string text, ServiceErrors service)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var parts = Texts.Select(name => StringOf(root, name)).OfType<string>().Concat(Entries(root, service));
            if (string.Join("; ", parts.Distinct(StringComparer.Ordinal)) is { Length: > 0 } description)
            {
                return description;
            }

            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary><c>errors</c> is an array of objects, but also seen missing, null or a string.</summary>
    private static IEnumerable<string> Entries(JsonElement root, ServiceErrors service)
    {
        if (!root.TryGetProperty("errors", out var errors))
        {
            return [];
        }

        return errors.ValueKind switch
        {
            JsonValueKind.String => [errors.GetString()!],
            JsonValueKind.Array => [.. errors.EnumerateArray().Where(error => error.ValueKind == JsonValueKind.Object).Select(error => FormatEntry(error, service))],
            _ => [],
        };
    }

    private static string FormatEntry(JsonElement error, ServiceErrors service)
    {
        var parts = EntryFields.Select(name => StringOf(error, name)).ToArray();
        var entry = string.Join(' ', parts.Where(value => !string.IsNullOrEmpty(value))).Replace('_', ' ');
        if (service.FindHint?.Invoke(parts[0], parts[1], parts[2]) is { } hint)
        {
            return $"{entry} ({hint})";
        }

        return entry;
    }

    private static string? StringOf(JsonElement element, string name)
    {
        if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
        {
            return HtmlText.ToPlain(value.GetString()!);
        }

        return null;
    }
}
