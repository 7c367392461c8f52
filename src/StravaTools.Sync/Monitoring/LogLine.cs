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
        if (format == SyncLogFormat.Json)
        {
            return WriteJson(stamp, level, all);
        }

        return WriteLogfmt(stamp, level, all);
    }

    private static string WriteJson(string stamp, string level, List<LogValue> values)
    {
        var pairs = values.Prepend(new("level", level)).Prepend(new("time", stamp))
            .Select(value => $"\"{value.Name}\":{WriteJson(value.Value!)}");
        return $"{{{string.Join(',', pairs)}}}";
    }

    private static string WriteJson(object value) => value switch
    {
        int or long or double or bool => Text(value),
        _ => Quote(Text(value)),
    };

    private static string WriteLogfmt(string stamp, string level, List<LogValue> values)
    {
        var line = new StringBuilder($"{stamp} {level}");
        foreach (var (name, value) in values)
        {
            var text = Text(value!);
            line.Append(CultureInfo.InvariantCulture, $" {name}=").Append(Quote(text, isNeeded: !text.All(IsBare) || text.Length == 0));
        }

        return line.ToString();
    }

    private static string Quote(string text, bool isNeeded)
    {
        if (isNeeded)
        {
            return Quote(text);
        }

        return text;
    }

    private static bool IsBare(char letter) => letter > ' ' && letter is not ('"' or '=' or '\\') && !char.IsControl(letter);

    /// <summary>As JSON: line breaks and other control characters are escaped, so that no text looks like another line.</summary>
    private static string Quote(string text) => JsonSerializer.Serialize(text, Json);

    private static string Text(object value)
    {
        var text = value switch
        {
            true => "true",
            false => "false",
            DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        if (text.Length <= MaxValueLength)
        {
            return text;
        }

        return $"{text[..MaxValueLength]}...";
    }
}
