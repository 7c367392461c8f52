namespace StravaTools.Activities.Formats.Fit;

/// <summary>Reads the messages of one FIT file into the content, and expands compressed timestamps.</summary>
internal static class FitDecoder
{
    private const int MessagesBetweenCancellationChecks = 4096;

    /// <param name="bytes">The content up to the end of the messages.</param>
    /// <param name="start">Where the messages begin.</param>
    /// <param name="content">Receives the messages.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>Why the stream could not be read to its end; null if it could.</returns>
    public static FitStreamProblem? Decode(ReadOnlySpan<byte> bytes, int start, FitContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var walker = new FitMessageWalker(bytes, start);
        uint? lastTimestamp = null;
        for (var count = 1; walker.MoveNext(); count++)
        {
            if (count % MessagesBetweenCancellationChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (walker.Definition is { } definition)
            {
                var message = new FitMessage(definition, walker.Data, walker.Position, CompressedTimestamp(walker.Header, lastTimestamp));
                lastTimestamp = message.Timestamp ?? lastTimestamp;
                content.AddMessage(message);
            }
        }

        return walker.Problem;
    }

    private static uint? CompressedTimestamp(FitMessageHeader header, uint? lastTimestamp)
    {
        if (header.HasCompressedTimestamp && lastTimestamp is { } last)
        {
            return FitTime.Expand(last, header.TimeOffset);
        }

        return null;
    }
}
