using System.Text;
using System.Text.Json;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Ledgers;

/// <summary>The members of a line while it is read.</summary>
internal struct FactParts
{
    [ThreadStatic]
    private static string? t_lastSport;

    [ThreadStatic]
    private static string? t_lastBy;

    private SyncFactKind _kind;
    private ContentKey _key;
    private DateTimeOffset _time;
    private string? _path;
    private long _size;
    private DateTimeOffset? _modified;
    private DateTimeOffset? _start;
    private long? _elapsed;
    private string? _sport;
    private long? _uploadId;
    private List<long>? _activityIds;
    private string? _by;
    private string? _why;
    private int? _number;
    private PhotoState _photo;
    private ContentKey? _of;
    private bool _hasBadKey;

    /// <summary>The number of the line.</summary>
    public long Number { get; private set; }

    /// <summary>Reads one member. Members of other versions are ignored.</summary>
    /// <param name="reader">At the name of the member.</param>
    public void ReadMember(ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan;
        reader.Read();
        switch (name)
        {
            case [(byte)'n']:
                Number = reader.GetInt64();
                break;
            case [(byte)'t']:
                _time = reader.GetDateTimeOffset();
                break;
            case [(byte)'e']:
                _kind = FactNames.KindOf(reader.ValueSpan);
                break;
            case [(byte)'k']:
                _hasBadKey = !ContentKey.TryParse(reader.ValueSpan, out _key);
                break;
            case [(byte)'p']:
                _path = reader.GetString();
                break;
            case [(byte)'s']:
                _size = reader.GetInt64();
                break;
            case [(byte)'u']:
                _uploadId = reader.GetInt64();
                break;
            case [(byte)'m']:
                _modified = reader.GetDateTimeOffset();
                break;
            default:
                ReadOther(name, ref reader);
                break;
        }
    }

    /// <summary>The fact of the line.</summary>
    /// <exception cref="JsonException">The key is not valid. Lines of other versions may have other keys.</exception>
    public readonly SyncFact ToFact(ReadOnlySpan<byte> line)
    {
        if (_hasBadKey && _kind != SyncFactKind.Other)
        {
            throw new JsonException("A key does not have 32 hexadecimal digits.");
        }

        return CreateFact(line);
    }

    private readonly SyncFact CreateFact(ReadOnlySpan<byte> line) => new(_kind, _key)
    {
        Time = _time,
        Path = _path,
        Size = _size,
        Modified = _modified,
        Start = _start,
        Elapsed = _elapsed,
        Sport = _sport,
        UploadId = _uploadId,
        ActivityIds = _activityIds ?? (IReadOnlyList<long>)[],
        By = _by,
        Why = _why,
        Number = _number,
        Photo = _photo,
        Of = _of,
        Raw = _kind == SyncFactKind.Other ? Encoding.UTF8.GetString(line) : null,
    };

    private void ReadOther(ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case [(byte)'i', (byte)'d']:
                ReadIds(ref reader);
                break;
            case [(byte)'s', (byte)'t']:
                _start = reader.GetDateTimeOffset();
                break;
            case [(byte)'e', (byte)'l']:
                _elapsed = reader.GetInt64();
                break;
            case [(byte)'s', (byte)'p']:
                _sport = ReadWord(ref reader, ref t_lastSport);
                break;
            case [(byte)'b', (byte)'y']:
                _by = ReadWord(ref reader, ref t_lastBy);
                break;
            case [(byte)'w', (byte)'h', (byte)'y']:
                _why = reader.GetString();
                break;
            case [(byte)'x']:
                _number = reader.GetInt32();
                break;
            case [(byte)'p', (byte)'h']:
                _photo = Enum.TryParse<PhotoState>(reader.GetString(), out var photo) ? photo : PhotoState.None;
                break;
            case [(byte)'o', (byte)'f']:
                _of = ContentKey.TryParse(reader.ValueSpan, out var of) ? of : null;
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private void ReadIds(ref Utf8JsonReader reader)
    {
        _activityIds = new List<long>(1);
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            _activityIds.Add(reader.GetInt64());
        }
    }

    /// <summary>Few different words occur, and often the same one as before.</summary>
    private static string ReadWord(ref Utf8JsonReader reader, ref string? last)
    {
        if (!reader.ValueTextEquals(last))
        {
            last = reader.GetString()!;
        }

        return last!;
    }
}
