using System.Collections;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using StravaTools.Client;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Sends what Invoke-StravaRequest was given: PowerShell's values become HTTP's, and the answer PowerShell's objects.</summary>
internal sealed class RequestSender(IEngine engine, StravaClient client)
{
    /// <summary>Asks before it sends what is no GET.</summary>
    public async Task SendAsync(string method, string resource, IDictionary query, object? body, string accept, CancellationToken cancellationToken)
    {
        var verb = HttpMethod.Parse(method);
        if (verb != HttpMethod.Get && !await engine.ShouldProcessAsync(resource, $"{verb} at {client.BaseUri}", cancellationToken))
        {
            return;
        }

        using var content = ContentOf(body is PSObject { BaseObject: var given } ? given : body);
        var answer = await client.SendAsync(verb, WithQuery(resource, query), content, accept, cancellationToken);
        foreach (var item in ReadItems(answer))
        {
            engine.WriteObject(item);
        }
    }

    private static string WithQuery(string resource, IDictionary query)
    {
        var text = string.Join('&', Fields(query).Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        if (text.Length == 0)
        {
            return resource;
        }

        return $"{resource}{(resource.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{text}";
    }

    private static HttpContent? ContentOf(object? body) => body switch
    {
        null => null,
        IDictionary fields => new FormUrlEncodedContent(Fields(fields)),
        _ => new StringContent(ToText(body), Encoding.UTF8, "application/json"),
    };

    private static IEnumerable<KeyValuePair<string, string>> Fields(IDictionary given) =>
        given.Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create(ToText(entry.Key), ToText(entry.Value)));

    /// <summary>As PowerShell writes it in any culture; but Strava wants true and false.</summary>
    private static string ToText(object? value) => LanguagePrimitives.ConvertTo<string>(value is bool flag ? flag ? "true" : "false" : value) ?? "";

    /// <summary>A list is emitted item by item, and what is no JSON as text.</summary>
    private static IEnumerable<object> ReadItems(StravaResponse answer)
    {
        if (answer.Body.IsEmpty)
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            return JsonObjects.FromElement(json.RootElement) switch
            {
                object?[] list => list.OfType<object>(),
                { } value => [value],
                null => [],
            };
        }
        catch (JsonException)
        {
            return [Encoding.UTF8.GetString(answer.Body.Span)];
        }
    }
}
