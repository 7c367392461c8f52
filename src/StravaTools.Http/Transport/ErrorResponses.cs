using System.Net;
using System.Text.Json;
using StravaTools.Http.Errors;
using StravaTools.Http.Text;

namespace StravaTools.Http.Transport;

/// <summary>
/// Turns unsuccessful responses into exceptions: JSON faults in all shapes seen, Hydra's and OAuth's errors, HTML pages, and empty bodies.
/// </summary>
internal static class ErrorResponses
{
    private const int MaxExcerptLength = 200;
    private static readonly string[] Texts = ["error", "error_description", "status", "message", "hydra:description"];
    private static readonly string[] EntryFields = ["resource", "field", "code"];

    /// <param name="answer">An unsuccessful response.</param>
    /// <param name="changesSomething">Whether the request may have taken effect before the server failed.</param>
    /// <param name="errors">The errors of the service.</param>
    /// <param name="limits">Its rate limits; null if it does not report any.</param>
    public static ApiException ToException(ApiResponse answer, bool changesSomething, ServiceErrors errors, IRateLimits? limits = null)
    {
        var details = Describe(answer, errors);
        var status = (int)answer.StatusCode;
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized when details.Contains("permission missing", StringComparison.Ordinal) =>
                New(errors.MissingScope, details),
            HttpStatusCode.Unauthorized => New(errors.NotAuthorized, details),
            HttpStatusCode.TooManyRequests => Limited(),
            HttpStatusCode.Forbidden when details.Contains("rate limit", StringComparison.OrdinalIgnoreCase) => Limited(),
            HttpStatusCode.Forbidden => New(errors.Forbidden, details),
            HttpStatusCode.NotFound => New(errors.NotFound, details),
            HttpStatusCode.Conflict when errors.Conflict is { } conflict => New(conflict, details),
            >= HttpStatusCode.InternalServerError when changesSomething =>
                New(errors.FateUnknown, $"the server failed ({status}): {details}"),
            >= HttpStatusCode.InternalServerError => New(errors.ServerFailed, status, details),
            >= HttpStatusCode.BadRequest => New(errors.RequestRefused, status, details),
            _ => New(errors.UnexpectedAnswer, status, details),
        };

        ApiException New(ErrorDescriptor error, params object?[] arguments)
        {
            var exception = errors.Create(error, cause: null, arguments);
            exception.StatusCode = answer.StatusCode;
            exception.Details = details;
            exception.Body = answer.Body;
            return exception;
        }

        ApiException Limited()
        {
            if (limits is null)
            {
                return New(errors.RateLimited, details);
            }

            return limits.CreateError(read: !changesSomething, details, answer);
        }
    }

    /// <summary>
    /// The error for a successful response whose body cannot be read. A request that changes something may have succeeded.
    /// </summary>
    public static ApiException NotAsDocumented(ApiResponse answer, bool changesSomething, Exception cause, ServiceErrors errors)
    {
        var details = Describe(answer, errors);
        var status = (int)answer.StatusCode;
        var exception = changesSomething
            ? errors.Create(errors.FateUnknown, cause, $"the response ({status}) cannot be read: {details}")
            : errors.Create(errors.UnexpectedAnswer, cause, status, details);
        exception.StatusCode = answer.StatusCode;
        return exception;
    }

    /// <summary>The server's explanation, in one line of plain text.</summary>
    public static string Describe(ApiResponse answer, ServiceErrors errors)
    {
        var text = answer.Text.Trim();
        if (text.Length == 0)
        {
            return "no details";
        }

        return FromJson(text, errors) ?? HtmlText.Shorten(HtmlText.ToPlain(text), MaxExcerptLength);
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

            var parts = Texts.Select(name => ReadString(root, name)).OfType<string>().Concat(Entries(root, service));
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

    /// <summary><c>errors</c> is an array of objects, but can also be missing, null, or a string.</summary>
    private static IEnumerable<string> Entries(JsonElement root, ServiceErrors service)
    {
        if (!root.TryGetProperty("errors", out var errors))
        {
            return [];
        }

        return errors.ValueKind switch
        {
            JsonValueKind.String => [errors.GetString()!],
            JsonValueKind.Array => [.. errors.EnumerateArray().Where(error => error.ValueKind == JsonValueKind.Object)
                .Select(error => FormatEntry(error, service))],
            _ => [],
        };
    }

    private static string FormatEntry(JsonElement error, ServiceErrors service)
    {
        var parts = EntryFields.Select(name => ReadString(error, name)).ToArray();
        var entry = string.Join(' ', parts.Where(value => !string.IsNullOrEmpty(value))).Replace('_', ' ');
        if (service.FindHint?.Invoke(parts[0], parts[1], parts[2]) is { } hint)
        {
            return $"{entry} ({hint})";
        }

        return entry;
    }

    private static string? ReadString(JsonElement element, string name)
    {
        if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
        {
            return HtmlText.ToPlain(value.GetString()!);
        }

        return null;
    }
}
