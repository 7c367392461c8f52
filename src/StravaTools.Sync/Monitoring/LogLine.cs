using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StravaTools.Sync.Monitoring;

/// <summary>A line of a log: the same keys in both formats.</summary>
internal static class LogLine
{
    private const int MaxValueLength = 1000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a line, without its end. Values that are null are omitted.</summary>
    public static string Write(SyncLogFormat format, DateTimeOffset time, string level, string run, string happened, LogValue[] values)
    {
        var stamp = time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var all = new List<LogValue> { new("run", run), new("event", happened) };
        all.AddRange(values.Where(value => value.Value is not null));
        return format == SyncLogFormat.Json ? WriteJson(stamp, level, all) : WriteLogfmt(stamp, level, all);
    }

    private static string WriteJson(string stamp, string level, List<LogValue> values)
    {
        var line = new StringBuilder("{");
        foreach (var (name, value) in values.Prepend(new("level", level)).Prepend(new("time", stamp)))
        {
            var text = value is int or long or double or bool ? Text(value) : Quote(Text(value!));
            line.Append(line.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"\"{name}\":{text}");
        }

        return line.Append('}').ToString();
    }

    private static string WriteLogfmt(string stamp, string level, List<LogValue> values)
    {
        var line = new StringBuilder($"{stamp} {level}");
        foreach (var (name, value) in values)
        {
            var text = Text(value!);
            var isBare = text.Length > 0 && text.All(letter => letter > ' ' && letter is not ('"' or '=' or '\\') && !char.IsControl(letter));
            line.Append(CultureInfo.InvariantCulture, $" {name}={(isBare ? text : Quote(text))}");
        }

        return line.ToString();
    }

    /// <summary>As JSON: line breaks and other control characters are escaped, so that no text looks like another line.</summary>
    private static string Quote(string text) => JsonSerializer.Serialize(text, Json);

    private static string Text(object value)
    {
        var text = value switch
        {
            bool flag => flag ? "true" : "false",
            DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        return text.Length <= MaxValueLength ? text : $"{text[..MaxValueLength]}...";
    }
}
