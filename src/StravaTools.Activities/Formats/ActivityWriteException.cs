namespace StravaTools.Activities.Formats;

/// <summary>A format requires something that an activity does not have.</summary>
public sealed class ActivityWriteException : Exception
{
    /// <summary>Makes one.</summary>
    public ActivityWriteException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What is missing.</param>
    public ActivityWriteException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What is missing.</param>
    /// <param name="innerException">Why.</param>
    public ActivityWriteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
