using System.Collections;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using StravaTools.Client;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Sends requests of Invoke-StravaRequest: converts PowerShell values to HTTP, and responses to PowerShell objects.</summary>
internal sealed class RequestSender(IEngine engine, StravaClient client)
{
    /// <summary>Sends a request. Anything but GET requires confirmation.</summary>
    public async Task SendAsync(
        string method, string resource, IDictionary query, object? body, string accept, CancellationToken cancellationToken)
    {
        var verb = HttpMethod.Parse(method);
        if (verb != HttpMethod.Get && !await engine.ShouldProcessAsync(resource, $"{verb} at {client.BaseUri}", cancellationToken))
        {
            return;
        }

        using var content = ContentOf(ArgumentValues.Unwrap(body));
        var answer = await client.SendAsync(verb, WithQuery(resource, query), content, accept, cancellationToken);
        foreach (var item in ReadItems(answer))
        {
            engine.WriteObject(item);
        }
    }

    private static string WithQuery(string resource, IDictionary query)
    {
        var fields = ReadFields(query).Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}");
        var text = string.Join('&', fields);
        if (text.Length == 0)
        {
            return resource;
        }

        return $"{resource}{(resource.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{text}";
    }

    private static HttpContent? ContentOf(object? body) => body switch
    {
        null => null,
        IDictionary fields => new FormUrlEncodedContent(ReadFields(fields)),
        _ => new StringContent(ToText(body), Encoding.UTF8, "application/json"),
    };

    private static IEnumerable<KeyValuePair<string, string>> ReadFields(IDictionary given) =>
        given.Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create(ToText(entry.Key), ToText(entry.Value)));

    /// <summary>Formats a value as PowerShell does, independent of the culture; Booleans as true and false.</summary>
    private static string ToText(object? value) => value switch
    {
        true => "true",
        false => "false",
        _ => LanguagePrimitives.ConvertTo<string>(value) ?? "",
    };

    /// <summary>Reads a list item by item. A response that is not JSON is returned as text.</summary>
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
