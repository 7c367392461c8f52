namespace StravaTools.Activities.Formats.Fit;

/// <summary>Reads the messages of one FIT file into the content, and expands compressed timestamps.</summary>
internal sealed class FitDecoder(FitSource source, FitContent content, CancellationToken cancellationToken)
{
    private const int MessagesBetweenCancellationChecks = 4096;

    private readonly FitDefinition?[] _definitions = new FitDefinition?[FitMessageHeader.LocalTypes];
    private uint? _lastTimestamp;

    /// <param name="start">Where the messages begin.</param>
    /// <param name="end">Where they end.</param>
    /// <returns>Why the stream could not be read to its end; null if it could.</returns>
    public FitStreamProblem? Decode(int start, int end)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (start < end && source.ReadWindow(start, end) is { Length: > 0 } window)
        {
            var problem = DecodeWindow(window, start);
            var isLast = start + window.Length >= end;
            if (problem is not null && (isLast || !problem.IsEnd || problem.Position == start))
            {
                return problem;
            }

            // A message may continue after the window.
            start = problem?.Position ?? start + window.Length;
        }

        return null;
    }

    private FitStreamProblem? DecodeWindow(ReadOnlySpan<byte> window, int origin)
    {
        var walker = new FitMessageWalker(window, 0, origin, _definitions);
        for (var count = 1; walker.MoveNext(); count++)
        {
            if (count % MessagesBetweenCancellationChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (walker.Definition is { } definition)
            {
                _lastTimestamp = AddData(ref walker, definition) ?? _lastTimestamp;
            }
        }

        return walker.Problem;
    }

    /// <returns>The last timestamp; null if no message has one.</returns>
    private uint? AddData(ref FitMessageWalker walker, FitDefinition definition)
    {
        var compressed = walker.Header.HasCompressedTimestamp ? ExpandTimestamp(walker.Header) : null;
        if (definition.Message == FitMessages.Record)
        {
            var count = walker.ExtendRun();
            return content.AddRecords(new FitRecordRun(definition, walker.FilePosition, count), walker.Data, compressed);
        }

        var message = new FitMessage(definition, walker.Data, walker.FilePosition, compressed);
        content.AddMessage(message);
        return message.Timestamp;
    }

    private uint? ExpandTimestamp(FitMessageHeader header)
    {
        if (_lastTimestamp is { } last)
        {
            return FitTime.Expand(last, header.TimeOffset);
        }

        return null;
    }
}
