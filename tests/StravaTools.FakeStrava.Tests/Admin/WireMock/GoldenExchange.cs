using System.Text.RegularExpressions;

namespace StravaTools.FakeStrava.Tests.Admin.WireMock;

/// <summary>A call to WireMock's administration, with the recorded response of WireMock 3.13.2.</summary>
internal sealed record GoldenExchange(string Method, string Path, string? Body, int Status, string Answer)
{
    /// <summary>All calls, in order. The paths are changed to one that the fake has no route for, as WireMock has none.</summary>
    public static IReadOnlyList<GoldenExchange> ReadAll()
    {
        using var stream = typeof(GoldenExchange).Assembly.GetManifestResourceStream("wiremock-admin.txt")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n").Replace("/api/v3/uploads", "/api/v3/nothing", StringComparison.Ordinal);
        return [.. text.Split("### ", StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static GoldenExchange Parse(string section)
    {
        var match = Regex.Match(
            section,
            @"\A(?<method>\w+) (?<path>\S+)\n(> (?<body>.*?)\n)?HTTP/1\.1 (?<status>\d+)[^\n]*\n(?<headers>([^\n]+\n)*)\n(?<answer>.*)\z",
            RegexOptions.Singleline | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(5));
        Assert.True(match.Success, section);
        return new GoldenExchange(
            match.Groups["method"].Value,
            match.Groups["path"].Value,
            match.Groups["body"].Success ? match.Groups["body"].Value : null,
            int.Parse(match.Groups["status"].Value, System.Globalization.CultureInfo.InvariantCulture),
            match.Groups["answer"].Value.Trim());
    }
}
