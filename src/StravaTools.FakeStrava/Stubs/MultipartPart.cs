using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>A part of a multipart body.</summary>
internal sealed record MultipartPart(
    string Name, string FileName, IReadOnlyDictionary<string, StringValues> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The parts that are complete; none if the body is not multipart.</summary>
    public static IReadOnlyList<MultipartPart> ReadParts(StubRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.Headers.GetValueOrDefault("Content-Type").ToString(), out var type)
            || !type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || type.Boundary.Length == 0)
        {
            return [];
        }

        var parts = new List<MultipartPart>();
        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), new MemoryStream(request.Body.ToArray()));
        try
        {
            // The body is in memory, so reading it does not wait.
            while (reader.ReadNextSectionAsync().GetAwaiter().GetResult() is { } section)
            {
                parts.Add(ReadPart(section));
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            // The body is truncated, as in the journal: the parts before the end count.
        }

        return parts;
    }

    private static MultipartPart ReadPart(MultipartSection section)
    {
        var disposition = section.GetContentDispositionHeader();
        using var body = new MemoryStream();
        section.Body.CopyTo(body);
        return new MultipartPart(
            HeaderUtilities.RemoveQuotes(disposition?.Name ?? "").ToString(),
            HeaderUtilities.RemoveQuotes(disposition?.FileName ?? "").ToString(),
            new Dictionary<string, StringValues>(section.Headers ?? [], StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }
}
