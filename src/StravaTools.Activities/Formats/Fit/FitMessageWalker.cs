namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// Iterates over the messages of one FIT file, up to the end or to the first message that cannot be read. The boundaries
/// of the messages after it are uncertain.
/// </summary>
/// <param name="bytes">The content up to the end of the messages, or a window of it.</param>
/// <param name="start">Where the messages begin in these bytes.</param>
/// <param name="origin">Where these bytes begin in the file.</param>
/// <param name="definitions">The definitions of the messages before these bytes, to which new ones are added.</param>
internal ref struct FitMessageWalker(ReadOnlySpan<byte> bytes, int start, int origin = 0, FitDefinition?[]? definitions = null)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly FitDefinition?[] _definitions = definitions ?? new FitDefinition?[FitMessageHeader.LocalTypes];
    private readonly int _origin = origin;
    private int _next = start;

    /// <summary>Where the current message begins, header included; after a failure, the message that cannot be read.</summary>
    public int Position { get; private set; }

    /// <summary><see cref="Position"/> in the file.</summary>
    public readonly int FilePosition => _origin + Position;

    /// <summary>The length of the current message, header included.</summary>
    public readonly int Length => _next - Position;

    public FitMessageHeader Header { get; private set; }

    /// <summary>The definition of the current data message; null if the current message is a definition.</summary>
    public FitDefinition? Definition { get; private set; }

    /// <summary>Why the iteration ended before the end of the bytes; null if it did not.</summary>
    public FitStreamProblem? Problem { get; private set; }

    /// <summary>The bytes of the current message after its header.</summary>
    public readonly ReadOnlySpan<byte> Data => _bytes[(Position + FitMessageHeader.Size).._next];

    public bool MoveNext()
    {
        Position = _next;
        if (_next >= _bytes.Length)
        {
            return false;
        }

        Header = new FitMessageHeader(_bytes[_next]);
        if (Header.IsDefinition)
        {
            return ReadDefinition();
        }

        return ReadData();
    }

    /// <summary>Extends the current data message by those after it that have the same header.</summary>
    /// <returns>The number of messages; 1 if the header has a compressed timestamp.</returns>
    public int ExtendRun()
    {
        var length = Length;
        var count = 1;
        while (_bytes.Length - _next >= length && _bytes[_next] == Header.Value && !Header.HasCompressedTimestamp)
        {
            _next += length;
            count++;
        }

        return count;
    }

    private bool ReadDefinition()
    {
        Definition = null;
        var rest = _bytes[(Position + FitMessageHeader.Size)..];
        var length = FitDefinition.LengthOf(rest, Header.HasDeveloperFields);
        if (length > rest.Length)
        {
            return EndEarly("definition message", length, rest.Length);
        }

        var definition = FitDefinition.ReadDefinition(rest[..length], out var problem);
        if (problem is not null)
        {
            return Fail($"The definition of {FitMessages.NameOf(definition.Message)} {problem}.", isEnd: false);
        }

        _definitions[Header.LocalType] = definition;
        _next += FitMessageHeader.Size + length;
        return true;
    }

    private bool ReadData()
    {
        var definition = _definitions[Header.LocalType];
        if (definition is null)
        {
            return Fail($"A data message has the local message type {Header.LocalType}, which is not defined.", isEnd: false);
        }

        var left = _bytes.Length - Position - FitMessageHeader.Size;
        if (definition.Size > left)
        {
            return EndEarly($"{FitMessages.NameOf(definition.Message)} message", definition.Size, left);
        }

        Definition = definition;
        _next += FitMessageHeader.Size + definition.Size;
        return true;
    }

    private bool EndEarly(string message, int needed, int left) =>
        Fail($"The {message} needs {needed} bytes, but only {left} are left.", isEnd: true);

    private bool Fail(string what, bool isEnd)
    {
        Problem = new FitStreamProblem(what, FilePosition, isEnd);
        return false;
    }
}
