using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Ledgers;

/// <summary>
/// One line of a ledger: a JSON object whose last member is the CRC-32C of all bytes before it. So damage is found without parsing, and
/// other programs can read the file.
/// </summary>
internal static class LedgerLine
{
    /// <summary>The length of <c>,"c":"9b1c0a2f"}</c>.</summary>
    private const int TrailerLength = 16;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static ReadOnlySpan<byte> TrailerStart => ",\"c\":\""u8;

    /// <summary>Writes a header.</summary>
    public static void WriteHeader(IBufferWriter<byte> output, LedgerHeader header, DateTimeOffset time) => WriteObject(output, json =>
    {
        json.WriteNumber("v"u8, header.Version);
        json.WriteString("e"u8, "open"u8);
        json.WriteString("host"u8, header.Host);
        json.WriteNumber("athlete"u8, header.Athlete);
        json.WriteNumber("gen"u8, header.Generation);
        json.WriteString("t"u8, time.UtcDateTime);
        json.WriteNumber("n"u8, 0);
    });

    /// <summary>Writes a fact.</summary>
    /// <param name="output">Receives the line.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="number">The number of the line.</param>
    public static void WriteFact(IBufferWriter<byte> output, SyncFact fact, long number) => WriteObject(output, json =>
    {
        json.WriteNumber("n"u8, number);
        WriteMembersOf(json, fact);
    });

    /// <summary>The JSON object of a fact without number and checksum, for stores that have their own.</summary>
    public static string ToJson(SyncFact fact)
    {
        var body = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(body, Readable))
        {
            json.WriteStartObject();
            WriteMembersOf(json, fact);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(body.WrittenSpan);
    }

    /// <summary>True if the line, without its line feed, is complete and undamaged.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> line) =>
        line.Length > TrailerLength && line[^1] == (byte)'}' && line[^TrailerLength..].StartsWith(TrailerStart)
        && HasChecksum(line[^10..^2], Checksum.Compute(line[..^TrailerLength]));

    /// <summary>Reads the header.</summary>
    /// <exception cref="JsonException">The line is not a header.</exception>
    public static LedgerHeader ReadHeader(ReadOnlySpan<byte> line)
    {
        using var document = JsonDocument.Parse(line.ToArray());
        var root = document.RootElement;
        if (root.TryGetProperty("v"u8, out var version) && root.TryGetProperty("host"u8, out var host)
            && root.TryGetProperty("athlete"u8, out var athlete) && root.TryGetProperty("gen"u8, out var generation))
        {
            return new LedgerHeader(version.GetInt32(), host.GetString() ?? "", athlete.GetInt64(), generation.GetInt32());
        }

        throw new JsonException("The first line is not a header.");
    }

    /// <summary>Reads a fact.</summary>
    /// <param name="line">An intact line.</param>
    /// <param name="number">The number of the line.</param>
    /// <exception cref="JsonException">The line is not a fact.</exception>
    public static SyncFact ReadFact(ReadOnlySpan<byte> line, out long number)
    {
        var reader = new Utf8JsonReader(line);
        var parts = default(FactParts);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                parts.ReadMember(ref reader);
            }
        }

        number = parts.Number;
        return parts.ToFact(line);
    }

    private static bool HasChecksum(ReadOnlySpan<byte> text, uint checksum)
    {
        Span<byte> expected = stackalloc byte[8];
        return Utf8Formatter.TryFormat(checksum, expected, out _, new StandardFormat('x', 8)) && text.SequenceEqual(expected);
    }

    private static void WriteObject(IBufferWriter<byte> output, Action<Utf8JsonWriter> write)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(line, Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        var body = line.WrittenSpan[..^1];
        output.Write(body);
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"c\":\"{Checksum.Compute(body):x8}\"}}\n")));
    }

    private static void WriteMembersOf(Utf8JsonWriter json, SyncFact fact)
    {
        if (fact is { Kind: SyncFactKind.Other, Raw: { } raw })
        {
            CopyMembers(json, raw);
            return;
        }

        json.WriteString("t"u8, fact.Time.UtcDateTime);
        json.WriteString("e"u8, FactNames.NameOf(fact.Kind));
        WriteMembers(json, fact);
    }

    private static void WriteMembers(Utf8JsonWriter json, SyncFact fact)
    {
        if (fact.Key != default)
        {
            json.WriteString("k"u8, fact.Key.ToString());
        }

        if (fact.Path is not null)
        {
            json.WriteString("p"u8, fact.Path);
        }

        if (fact.Size > 0)
        {
            json.WriteNumber("s"u8, fact.Size);
        }

        WriteTime(json, "m"u8, fact.Modified);
        WriteTime(json, "st"u8, fact.Start);
        WriteNumber(json, "el"u8, fact.Elapsed);
        WriteText(json, "sp"u8, fact.Sport);
        WriteNumber(json, "u"u8, fact.UploadId);
        if (fact.ActivityIds.Count > 0)
        {
            json.WriteStartArray("id"u8);
            foreach (var id in fact.ActivityIds)
            {
                json.WriteNumberValue(id);
            }

            json.WriteEndArray();
        }

        WriteText(json, "by"u8, fact.By);
        WriteText(json, "why"u8, fact.Why);
        WriteNumber(json, "x"u8, fact.Number);
        if (fact.Photo != PhotoState.None)
        {
            json.WriteString("ph"u8, fact.Photo.ToString());
        }

        if (fact.Of is { } of)
        {
            json.WriteString("of"u8, of.ToString());
        }
    }

    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value.Value.UtcDateTime);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is not null)
        {
            json.WriteNumber(name, value.Value);
        }
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>Copies a line of an unknown kind, except its number and checksum.</summary>
    private static void CopyMembers(Utf8JsonWriter json, string raw)
    {
        using var document = JsonDocument.Parse(raw);
        foreach (var member in document.RootElement.EnumerateObject().Where(member => member.Name is not ("n" or "c")))
        {
            member.WriteTo(json);
        }
    }
}
