namespace StravaTools.Sync.Model;

/// <summary>What is known about the picture that belongs to a file.</summary>
public enum PhotoState
{
    /// <summary>No picture was sent.</summary>
    None,

    /// <summary>A request to send the picture was prepared. Whether it arrived is not known.</summary>
    Sending,

    /// <summary>The picture was added to the activity.</summary>
    Added,

    /// <summary>Strava offers no photo address to this application.</summary>
    NotSupported,

    /// <summary>The picture cannot be read, or it was rejected.</summary>
    Refused,

    /// <summary>The activity no longer exists.</summary>
    Gone,
}
