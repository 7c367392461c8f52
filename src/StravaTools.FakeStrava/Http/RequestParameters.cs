using System.Text.Json;

namespace StravaTools.FakeStrava.Http;

/// <summary>
/// The parameters of a request wherever they came: query, form, multipart in any order, or JSON (field-notes.md, 5.5). The last of a name
/// wins.
/// </summary>
internal sealed class RequestParameters
{
    public const string AccessToken = "access_token";

    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    public UploadedFile? File { get; private set; }

    /// <summary>True for a parameter that was sent, empty or not.</summary>
    public bool Contains(string name) => _values.ContainsKey(name);

    public IEnumerable<KeyValuePair<string, string>> WithoutToken => _values.Where(value => value.Key != AccessToken);

    /// <summary>Null for a parameter that is absent or empty.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <exception cref="InvalidDataException">The body is no form, no multipart or no JSON although it says so.</exception>
    /// <exception cref="IOException">The body ends before its end, or is too large.</exception>
    public static async Task<RequestParameters> ReadAsync(HttpRequest request)
    {
        var parameters = new RequestParameters();
        if (request.QueryString.HasValue)
        {
            parameters.AddValues(request.Query);
        }

        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            parameters.AddValues(form);
            await parameters.TakeFileAsync(form.Files);
        }
        else if (request.HasJsonContentType())
        {
            await parameters.AddJsonAsync(request);
        }

        return parameters;
    }

    private void AddValues(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> values)
    {
        foreach (var (name, all) in values)
        {
            _values[name] = all.LastOrDefault() ?? "";
        }
    }

    /// <summary>"required, case insensitive" (strava-uploads.md, file).</summary>
    private async Task TakeFileAsync(IFormFileCollection files)
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
                throw new InvalidDataException("The JSON is no object.");
            }

            foreach (var property in json.RootElement.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
            {
                // The raw text of what is no string: true is "true" in a form too.
                _values[property.Name] = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
            }
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The body is no JSON.", exception);
        }
    }
}
