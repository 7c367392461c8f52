using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Http;

/// <summary>
/// The parameters of a request from query, form, multipart in any order, and JSON (field-notes.md, 5.5). The last parameter of a name wins.
/// </summary>
internal sealed class RequestParameters
{
    public const string AccessToken = "access_token";

    private static readonly RequestParameters None = new();

    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    public UploadedFile? File { get; private set; }

    /// <summary>All files, with the names that were sent.</summary>
    public IReadOnlyList<RecordedPart> Parts { get; private set; } = [];

    public IEnumerable<KeyValuePair<string, string>> All => _values;

    public IEnumerable<KeyValuePair<string, string>> WithoutToken => _values.Where(value => value.Key != AccessToken);

    /// <summary>Null for a parameter that is absent or empty.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>The parameters, or the response to a body that cannot be read.</summary>
    public static async ValueTask<(RequestParameters? Parameters, Response? Error)> ReadOrRejectAsync(HttpRequest request)
    {
        if (!request.QueryString.HasValue && !HasBody(request))
        {
            return (None, null);
        }

        try
        {
            var parameters = await ReadAsync(request);
            if (JournalEntry.FindEntry(request.HttpContext) is { } entry)
            {
                (entry.Parameters, entry.Parts) = (parameters.All, parameters.Parts);
            }

            return (parameters, null);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Response.FromFault(exception.StatusCode, "Payload Too Large"));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return (null, Response.BadRequest(new FaultError("Request", "body", "invalid")));
        }
    }

    /// <summary>True for a parameter that was sent, empty or not.</summary>
    public bool Contains(string name) => _values.ContainsKey(name);

    /// <summary>
    /// Strava's server is written in Ruby on Rails, which reads these values as false; "False" is not among them (field-notes.md, 2.20).
    /// </summary>
    public bool ReadFlag(string name) => this[name] is not (null or "0" or "f" or "F" or "false" or "FALSE" or "off" or "OFF");

    /// <summary>An integer, negative or not; null if the parameter is absent or not an integer.</summary>
    public long? ReadNumber(string name)
    {
        if (long.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        return null;
    }

    /// <summary>
    /// A wall clock: "the UTC version of the local start time" (strava-v3-api.md, "Dates"), so an offset does not change it. Null if the
    /// parameter is absent or not a time.
    /// </summary>
    public DateTime? ReadWallClock(string name)
    {
        if (this[name] is not [>= '0' and <= '9', _, _, _, '-', ..] text)
        {
            return null;
        }

        // In the first and the last year, the conversion to UTC could leave the range of DateTime.
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && time.Year is > 1 and < 9999)
        {
            return time.DateTime;
        }

        return null;
    }

    /// <exception cref="InvalidDataException">The body is not a valid form, multipart, or JSON, although its content type says
    /// so.</exception>
    /// <exception cref="IOException">The body is truncated or too large.</exception>
    private static async Task<RequestParameters> ReadAsync(HttpRequest request)
    {
        var parameters = new RequestParameters();
        if (request.QueryString.HasValue)
        {
            parameters.AddValues(request.Query);
        }

        if (!HasBody(request))
        {
            return parameters;
        }

        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            parameters.AddValues(form);
            parameters.Parts = [.. form.Files.Select(DescribePart)];
            await parameters.AddFileAsync(form.Files);
        }
        else if (request.HasJsonContentType())
        {
            await parameters.AddJsonAsync(request);
        }

        return parameters;
    }

    /// <summary>
    /// npm strava sends a JSON content type with each GET. As that client works, Strava must read a missing body as no parameters.
    /// </summary>
    private static bool HasBody(HttpRequest request) =>
        request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0;

    private static RecordedPart DescribePart(IFormFile file) => new(file.Name, file.FileName, file.ContentType ?? "", file.Length);

    private void AddValues(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        foreach (var (name, all) in values)
        {
            _values[name] = all.LastOrDefault() ?? "";
        }
    }

    /// <summary>"required, case insensitive" (strava-uploads.md, file).</summary>
    private async Task AddFileAsync(IFormFileCollection files)
    {
        if (files.FirstOrDefault(file => file.Name.Equals("file", StringComparison.OrdinalIgnoreCase)) is { } file)
        {
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes);
            // Some clients send a path; Strava shows the name.
            File = new UploadedFile(file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..], bytes.ToArray());
        }
    }

    private async Task AddJsonAsync(HttpRequest request)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, default, request.HttpContext.RequestAborted);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new InvalidDataException("The JSON is not an object.");
            }

            foreach (var property in json.RootElement.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
            {
                _values[property.Name] = ReadText(property.Value);
            }
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The body is not valid JSON.", exception);
        }
    }

    /// <summary>The raw text of everything but strings: true is "true" in a form too.</summary>
    private static string ReadText(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!;
        }

        return value.GetRawText();
    }
}
