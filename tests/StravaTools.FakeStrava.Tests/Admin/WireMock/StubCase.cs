using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StravaTools.FakeStrava.Tests.Admin.WireMock;

/// <summary>A stub, and requests that match it or do not: method, path, and optionally headers after | and a body after ||.</summary>
internal sealed record StubCase(JsonObject Stub, IReadOnlyList<string> Requests)
{
    /// <summary>True if the fake refuses the stub, because it does not support a condition.</summary>
    public bool IsRefused { get; init; }

    public static IReadOnlyList<StubCase> ReadAll()
    {
        using var stream = typeof(StubCase).Assembly.GetManifestResourceStream("stub-cases.json")!;
        return JsonSerializer.Deserialize<List<StubCase>>(stream, JsonSerializerOptions.Web)!;
    }

    /// <summary>The answer of a server to a request, or only the status if no stub answers.</summary>
    public static async Task<string> AnswerAsync(HttpClient http, string request)
    {
        var head = request.Split(" || ", 2)[0].Split(" | ");
        using var message = new HttpRequestMessage(
            new HttpMethod(head[0].Split(' ')[0]), new Uri(http.BaseAddress!, head[0].Split(' ')[1]));
        if (request.Contains(" || ", StringComparison.Ordinal))
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Split(" || ", 2)[1]));
        }

        foreach (var header in head.Skip(1).Select(line => line.Split(": ", 2)))
        {
            if (!message.Headers.TryAddWithoutValidation(header[0], header[1]))
            {
                message.Content!.Headers.TryAddWithoutValidation(header[0], header[1]);
            }
        }

        using var response = await http.SendAsync(message);
        if ((int)response.StatusCode == 404)
        {
            return "404";
        }

        var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
        var stub = response.Headers.TryGetValues("X-Stub", out var values) ? string.Join(',', values) : "";
        return $"{(int)response.StatusCode} {response.Content.Headers.ContentType} {response.Headers.Location} {stub} {body}";
    }
}
