using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>Reads multipartPatterns: conditions for the parts of a form, such as an uploaded file.</summary>
internal static class MultipartPatternReader
{
    private static readonly string[] Known = ["name", "fileName", "matchingType", "headers", "bodyPatterns"];

    public static IEnumerable<RequestCondition> ReadPatterns(JsonElement patterns, string place)
    {
        var index = 0;
        foreach (var pattern in patterns.EnumerateArray())
        {
            yield return ReadPart(pattern, $"{place}/{index++}");
        }
    }

    private static RequestCondition ReadPart(JsonElement json, string place)
    {
        foreach (var member in json.EnumerateObject().Where(member => !Known.Contains(member.Name)))
        {
            throw StubFormatException.UnknownField(place, member.Name);
        }

        List<Func<MultipartPart, bool>> tests = [.. ReadTests(json, place)];
        var all = json.TryGetProperty("matchingType", out var type) && type.GetString() == "ALL";
        return new RequestCondition($"multipart {json}", 1, request =>
        {
            var parts = MultipartPart.ReadParts(request);
            var matches = all
                ? parts.Count > 0 && parts.All(part => tests.All(test => test(part)))
                : parts.Any(part => tests.All(test => test(part)));
            return Convert.ToDouble(!matches);
        }, ReadsBody: true);
    }

    private static IEnumerable<Func<MultipartPart, bool>> ReadTests(JsonElement json, string place)
    {
        if (json.TryGetProperty("name", out var name))
        {
            yield return part => part.Name == name.GetString();
        }

        if (json.TryGetProperty("fileName", out var fileName))
        {
            yield return part => part.FileName == fileName.GetString();
        }

        if (json.TryGetProperty("headers", out var headers))
        {
            foreach (var header in headers.EnumerateObject())
            {
                var pattern = ValuePatternReader.ReadPattern(header.Value, $"{place}/headers/{header.Name}");
                yield return part => pattern.MatchesAny(part.Headers.GetValueOrDefault(header.Name, StringValues.Empty));
            }
        }

        if (json.TryGetProperty("bodyPatterns", out var bodies))
        {
            foreach (var pattern in ValuePatternReader.ReadPatterns(bodies, $"{place}/bodyPatterns"))
            {
                yield return part => pattern.Test(Encoding.UTF8.GetString(part.Body.Span));
            }
        }
    }
}
